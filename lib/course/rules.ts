/** A course is drawn up, open for cohorts, or archived; what is open again has been looked at again. */
export const courseArrows = {
  DRAFT: ["OPEN", "ARCHIVED"],
  OPEN: ["ARCHIVED"],
  ARCHIVED: ["OPEN"],
} as const;

export type CourseState = keyof typeof courseArrows;

export function mayCourseBecome(from: CourseState, to: CourseState): boolean {
  return (courseArrows[from] as readonly CourseState[]).includes(to);
}

export type Occupation = { occupation: string; occupationCode: string | null; level: string };

/** `中式烹调师 4-03-02-01 五级`, one a line: digits with hyphens are the code, the last of several words is the level, the rest the name. */
export function readOccupations(typed: string): Occupation[] {
  const lines = typed.split("\n").map((line) => line.split(separator).filter(Boolean));
  const read = lines
    .filter((words) => words.length > 0)
    .map((words) => {
      const occupationCode = words.find((word) => /^\d[\d-]+$/.test(word)) ?? null;
      const rest = words.filter((word) => word !== occupationCode);
      const level = rest.length > 1 ? (rest.at(-1) ?? "") : "";
      const name = level ? rest.slice(0, -1) : rest;
      return { occupation: name.join(" "), occupationCode, level };
    });
  return [...new Map(read.map((one) => [`${one.occupation} ${one.level}`, one])).values()];
}

/** Spaces, and the commas of both scripts. */
const separator = /[\s,\uff0c\u3001]+/;

export const printedOccupation = ({ occupation, occupationCode, level }: Occupation): string =>
  [occupation, occupationCode, level].filter(Boolean).join(" ");

type Fault = { field: "theoryPeriods"; case: "NO_PERIODS" };
type Periods = { theoryPeriods?: number | undefined; practicePeriods?: number | undefined };

/** What one field of a course says against another; a field that is not known yet says nothing. */
export const listFaults = ({ theoryPeriods, practicePeriods }: Periods): Fault[] =>
  theoryPeriods === 0 && practicePeriods === 0 ? [{ field: "theoryPeriods", case: "NO_PERIODS" }] : [];
