import type { CohortState } from "@/lib/cohort/rules/states";
import type { Sex } from "@/lib/trainee/rules/id-number";
import type { Day } from "@/lib/value/calendar";

/** What is taught, as far as a repeat is recognised by it (R33). */
export type Taught = {
  courseId: string;
  kind: "SKILL" | "ENTREPRENEURSHIP";
  subject: string | null;
  level: string | null;
  /** R33: its own occupation, where it is a skill, and those it covers beside it. */
  occupations: { subject: string; level: string | null }[];
};

/** All that the rules of enrolment need to know of a cohort, its year and the figures in force on its start day. */
export type CohortFacts = {
  id: string;
  number: string;
  title: string;
  state: CohortState;
  startsOn: Day;
  endsOn: Day;
  atBase: boolean;
  seats: number;
  confirmed: number;
  waiting: number;
  /** Of those who wait, how many could have a place: all whom no rule stopped (I5). */
  claims: number;
  course: Taught;
  trainingDays: Day[];
  year: { year: number; capacity: number; held: number; planned: number };
  limits: {
    lateDays: number;
    transferDays: number;
    noShowDays: number;
    minimumAge: number;
    upperMonths: Record<Sex, number>;
    subsidisedAYear: number;
    noticePercent: number;
    warningPercent: number;
  };
};

/** The lesson of another cohort that takes place at the same time (R31). */
export type Clash = { number: string; title: string; day: Day; startsAt: string; endsAt: string };

/** All that the rules need to know of a person, seen from one cohort. */
export type PersonFacts = {
  id: string;
  birthDay: Day;
  sex: Sex;
  hasGuardian: boolean;
  pensionInsured: boolean;
  noticeGiven: boolean;
  /** Already in this cohort (R20). */
  enrolled: boolean;
  /** Subsidised places of the same kind in the cohort's calendar year (R32). */
  subsidised: number;
  /** Places of any kind in that year. */
  trained: number;
  completed: Taught[];
  clash: Clash | null;
  overlaps: { number: string; title: string; startsOn: Day; endsOn: Day }[];
};
