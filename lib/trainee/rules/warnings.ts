/** What is allowed but must be looked at before saving (R4, R7, R11, U08). */
export const warningNames = [
  "COUNTY_UNKNOWN",
  "ABOVE_WORKING_AGE",
  "PHONE_SHARED",
  "SAME_NAME_AND_BIRTH",
  "SAME_NAME_AND_VILLAGE",
] as const;
export type WarningName = (typeof warningNames)[number];

type Likeness = { sameBirth: boolean; sameVillage: boolean; samePhone: boolean };
type Facts = { countyKnown: boolean; aboveWorkingAge: boolean; alike: Likeness[] };

/** The warnings the facts give rise to, in the order they are shown. */
export function warningsOf({ countyKnown, aboveWorkingAge, alike }: Facts): WarningName[] {
  const given: Record<WarningName, boolean> = {
    COUNTY_UNKNOWN: !countyKnown,
    ABOVE_WORKING_AGE: aboveWorkingAge,
    PHONE_SHARED: alike.some(({ samePhone }) => samePhone),
    SAME_NAME_AND_BIRTH: alike.some(({ sameBirth }) => sameBirth),
    SAME_NAME_AND_VILLAGE: alike.some(({ sameVillage }) => sameVillage),
  };
  return warningNames.filter((name) => given[name]);
}

/** Whether every warning was among those the person has seen and answered. */
export function isAnswered(warnings: WarningName[], accepted: readonly string[] = []): boolean {
  const seen = new Set(accepted);
  return warnings.every((name) => seen.has(name));
}
