import { ageOn, comesOfAge, type Day } from "@/lib/value/calendar";
import type { Sex } from "./id-number";

/** R6: nobody younger than the minimum age (16) on the day the cohort starts. */
export function isUnderAge(birthDay: Day, startDay: Day, minimumAge: number): boolean {
  return ageOn(birthDay, startDay) < minimumAge;
}

/** R8: somebody of 16 or 17 needs a guardian with a name and a telephone. */
export function needsGuardian(birthDay: Day, startDay: Day): boolean {
  return ageOn(birthDay, startDay) < 18;
}

/** R7: past the upper working age, in months because it rises month by month since 2025 (720 men, 660 women in 2018). */
export function isAboveWorkingAge(
  person: { birthDay: Day; sex: Sex },
  startDay: Day,
  upperMonths: Record<Sex, number>,
) {
  return startDay > comesOfAge(person.birthDay, upperMonths[person.sex]);
}
