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

/** `中式烹调师 4-03-02-01 五级`, one a line: digits with hyphens are the code, what speaks of a level is the level, the rest the name. */
export function readOccupations(typed: string): Occupation[] {
  const lines = typed.split("\n").map((line) => line.split(/[\s,，、]+/).filter(Boolean));
  const read = lines
    .filter((words) => words.length > 0)
    .map((words) => {
      const code = words.find((word) => /^\d[\d-]+$/.test(word)) ?? null;
      const level = words.find((word) => /级|工$|技师/.test(word) && word !== words[0]) ?? "";
      return {
        occupation: words.filter((word) => word !== code && word !== level).join(" "),
        occupationCode: code,
        level,
      };
    });
  return [...new Map(read.map((one) => [`${one.occupation} ${one.level}`, one])).values()];
}

export const printedOccupation = ({ occupation, occupationCode, level }: Occupation): string =>
  [occupation, occupationCode, level].filter(Boolean).join(" ");
