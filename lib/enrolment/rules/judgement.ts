import { isOpen, isPreparing } from "@/lib/cohort/rules/states";
import { ageDecision, isRepeat, lateEnrolment, subsidyCount } from "@/lib/enrolment/rules/states";
import type { Day } from "@/lib/value/calendar";
import type { CohortFacts, PersonFacts } from "./facts";

export type ApprovalNeed = "LATE" | "OVER_AGE";

/** What is in the way of an enrolment: the name of the refusal, the field it stands at, the figures of its sentence. */
export type Stop = {
  refusal: "COHORT_NOT_OPEN" | "ALREADY_ENROLLED" | "TOO_LATE" | "UNDER_AGE" | "INPUT_WRONG" | "TRAINEE_CLASH";
  figures: Record<string, string | number> & { field: string };
};

export type Warning = {
  kind: "PENSION" | "OVER_AGE" | "SUBSIDY_COUNT" | "OVERLAP";
  figures: Record<string, string | number>;
};

export type Judgement = {
  stop: Stop | undefined;
  /** Without subsidy the rule in the way would let the person in. */
  unsubsidisedHelps: boolean;
  needs: ApprovalNeed[];
  subsidised: boolean;
  warnings: Warning[];
};

/** R6–R10, R20, R31–R34, R96: all that the rules say of one person in one cohort; places are another matter. */
export function judge(cohort: CohortFacts, person: PersonFacts, wish: { today: Day; subsidised: boolean }): Judgement {
  const age = ageDecision(person, cohort.startsOn, cohort.limits);
  const entitled = !person.pensionInsured && age !== "not subsidised";
  const subsidised = wish.subsidised && entitled;
  const late = lateness(cohort, wish.today);
  const firm = stopOfCohort(cohort, wish.today) ?? stopOfPerson(cohort, person, age) ?? stopOfTime(person);
  const subsidy = subsidised ? stopOfSubsidy(cohort, person) : undefined;

  return {
    stop: firm ?? subsidy,
    unsubsidisedHelps: !firm && subsidy !== undefined,
    needs: [
      ...(late === "needs approval" ? ["LATE" as const] : []),
      ...(age === "not subsidised" ? ["OVER_AGE" as const] : []),
    ],
    subsidised,
    warnings: [
      ...(person.pensionInsured ? [{ kind: "PENSION" as const, figures: {} }] : []),
      ...(age === "not subsidised" ? [{ kind: "OVER_AGE" as const, figures: {} }] : []),
      ...(subsidised ? warnOfSubsidy(cohort, person) : []),
      ...person.overlaps.map(({ number, title, startsOn, endsOn }) => ({
        kind: "OVERLAP" as const,
        figures: { number, title, from: startsOn, to: endsOn },
      })),
    ],
  };
}

/** R34: a started cohort takes nobody without approval, also when its first lesson is still to come. */
function lateness(cohort: Timed, today: Day) {
  const byDay = lateEnrolment(today, cohort.trainingDays, cohort.limits.lateDays);
  return cohort.state === "IN_PROGRESS" && byDay === "open" ? "needs approval" : byDay;
}

type Timed = Pick<CohortFacts, "number" | "state"> & {
  trainingDays: readonly Day[];
  limits: Pick<CohortFacts["limits"], "lateDays">;
};

/** What nobody is enrolled for: a cohort that takes no one, or no one any more; its page says so in the place of the form. */
export function stopOfCohort(cohort: Timed, today: Day): Stop | undefined {
  const { number, state } = cohort;
  if (!isPreparing(state) && !isOpen(state))
    return { refusal: "COHORT_NOT_OPEN", figures: { field: "cohortId", number, state } };
  if (lateness(cohort, today) === "too late")
    return { refusal: "TOO_LATE", figures: { field: "cohortId", number, days: cohort.limits.lateDays } };
}

function stopOfPerson(cohort: CohortFacts, person: PersonFacts, age: ReturnType<typeof ageDecision>): Stop | undefined {
  if (person.enrolled) return { refusal: "ALREADY_ENROLLED", figures: { field: "traineeId", number: cohort.number } };
  if (age === "under age")
    return { refusal: "UNDER_AGE", figures: { field: "traineeId", least: cohort.limits.minimumAge } };
  if (age === "guardian missing")
    return { refusal: "INPUT_WRONG", figures: { field: "traineeId", case: "GUARDIAN_MISSING" } };
  if (!person.noticeGiven) return { refusal: "INPUT_WRONG", figures: { field: "traineeId", case: "NOTICE_MISSING" } };
}

/** R31: named with the lesson that is in the way, so that staff can move one of the two. */
function stopOfTime({ clash }: PersonFacts): Stop | undefined {
  return clash ? { refusal: "TRAINEE_CLASH", figures: { field: "traineeId", case: "NAMED", ...clash } } : undefined;
}

/** R32, R33: only the subsidy is refused; the person may train without it. */
function stopOfSubsidy(cohort: CohortFacts, person: PersonFacts): Stop | undefined {
  if (isRepeat(cohort.course, person.completed))
    return { refusal: "INPUT_WRONG", figures: { field: "traineeId", case: "SUBSIDY_REPEATED" } };
  const { subsidisedAYear: most } = cohort.limits;
  if (subsidyCount(person.subsidised, most, 2) !== "refused") return undefined;
  return {
    refusal: "INPUT_WRONG",
    figures: { field: "traineeId", case: "SUBSIDY_USED", count: person.subsidised, most, year: cohort.year.year },
  };
}

function warnOfSubsidy(cohort: CohortFacts, person: PersonFacts): Warning[] {
  const { subsidisedAYear: most } = cohort.limits;
  if (subsidyCount(person.subsidised, most, 2) !== "warning") return [];
  return [{ kind: "SUBSIDY_COUNT", figures: { count: person.subsidised + 1, most } }];
}
