/** R30: worth a warning at opening. */
export function isTooSmall(confirmed: number, minimum: number): boolean {
  return confirmed < minimum;
}

/** R41: class periods of one cohort on one day; more than 8 is a warning, more than 10 is refused. */
export function dayLoad(periods: number, warnAbove: number, refuseAbove: number): "open" | "warning" | "refused" {
  if (periods > refuseAbove) return "refused";
  return periods > warnAbove ? "warning" : "open";
}

/** R42: a course is not planned with fewer class periods than it needs; its cohorts are held to it by the database. */
export function lacksPeriods(planned: number, minimum: number): boolean {
  return planned < minimum;
}

/** R43: the part that falls below its share (40 percent) of all class periods, if one does. */
export function shortPart(theory: number, practice: number, percent: number): "theory" | "practice" | undefined {
  const least = (theory + practice) * percent;
  if (theory * 100 < least) return "theory";
  return practice * 100 < least ? "practice" : undefined;
}

/** What an opening application is looked at for; what `blocks` is refused, the rest is shown and stored. */
export type Finding = { name: FindingName; blocks: boolean; figures: Record<string, number> };

/** The papers that are missing are the database's to tell: `opening_gaps` refuses them there as well (R42). */
export const gapNames = [
  "EXAM_PLAN_MISSING",
  "CONTACT_MISSING",
  "MATERIAL_MISSING",
  "NO_LESSONS",
  "NO_TRAINER",
  "TRAINER_GONE",
  "PERIODS_TOO_FEW",
] as const;

export type FindingName =
  | (typeof gapNames)[number]
  | "COURSE_NOT_OPEN"
  | "DAY_TOO_LONG"
  | "NO_CLASSROOM"
  | "PERIODS_BELOW_COURSE"
  | "DAY_LONG"
  | "THEORY_SHORT"
  | "PRACTICE_SHORT"
  | "ROOM_LACKS"
  | "TOO_FEW_TRAINEES"
  | "FILED_LATE"
  | "START_PASSED";

type Opening = {
  courseIsOpen: boolean;
  atBase: boolean;
  days: readonly { theory: number; practice: number }[];
  classrooms: number;
  /** Practice lessons in classrooms that lack what the course needs. */
  unfit: number;
  coursePeriods: number;
  minPeriods: number;
  trainees: number;
  /** From the day of filing to the start; negative when the start has passed. */
  daysToStart: number;
  workingDaysToStart: number;
};

type OpeningLimits = {
  periodsWarning: number;
  periodsMost: number;
  sharePercent: number;
  fewestTrainees: number;
  filingWorkingDays: number;
};

/** R30, R41, R43 and the filing rule, in the order in which people mend them. */
export function openingFindings(opening: Opening, limits: OpeningLimits): Finding[] {
  const { days, minPeriods, coursePeriods, trainees } = opening;
  const { theory, practice, planned, heaviest } = periodsOf(days);
  const load = dayLoad(heaviest, limits.periodsWarning, limits.periodsMost);
  const short = shortPart(theory, practice, limits.sharePercent);

  const found: [boolean, FindingName, boolean, Record<string, number>][] = [
    [!opening.courseIsOpen, "COURSE_NOT_OPEN", true, {}],
    [load === "refused", "DAY_TOO_LONG", true, { heaviest, most: limits.periodsMost }],
    [opening.atBase && planned > 0 && opening.classrooms === 0, "NO_CLASSROOM", true, {}],
    [
      planned > 0 && planned >= minPeriods && planned < coursePeriods,
      "PERIODS_BELOW_COURSE",
      false,
      { planned, coursePeriods },
    ],
    [load === "warning", "DAY_LONG", false, { heaviest, most: limits.periodsWarning }],
    [short === "theory", "THEORY_SHORT", false, { theory, planned, percent: limits.sharePercent }],
    [short === "practice", "PRACTICE_SHORT", false, { practice, planned, percent: limits.sharePercent }],
    [opening.unfit > 0, "ROOM_LACKS", false, { unfit: opening.unfit }],
    [
      isTooSmall(trainees, limits.fewestTrainees),
      "TOO_FEW_TRAINEES",
      false,
      { trainees, fewest: limits.fewestTrainees },
    ],
    [opening.daysToStart < 0, "START_PASSED", false, {}],
    [
      opening.daysToStart >= 0 && opening.workingDaysToStart < limits.filingWorkingDays,
      "FILED_LATE",
      false,
      { days: opening.workingDaysToStart, least: limits.filingWorkingDays },
    ],
  ];
  return found.filter(([applies]) => applies).map(([, name, blocks, figures]) => ({ name, blocks, figures }));
}

/** R41–R43: the 课时 of a timetable, and those of its fullest day. */
export function periodsOf(days: readonly { theory: number; practice: number }[]) {
  const sum = (of: "theory" | "practice") => days.reduce((total, day) => total + day[of], 0);
  const [theory, practice] = [sum("theory"), sum("practice")];
  const heaviest = Math.max(0, ...days.map((day) => day.theory + day.practice));
  return { theory, practice, planned: theory + practice, heaviest };
}
