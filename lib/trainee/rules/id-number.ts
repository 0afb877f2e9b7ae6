import { type Day, parseDay } from "@/lib/value/calendar";
import { halfWidth } from "@/lib/value/text";

export type Sex = "MALE" | "FEMALE";

/** What a resident ID number tells about its holder. */
export type IdReading = { idNumber: string; birthDay: Day; sex: Sex; countyCode: string };

/** U10: says what is wrong with a number, never which digit would make it right. */
export type IdFault =
  | { fault: "length" | "characters" | "date" | "future" | "checkCharacter" }
  | { fault: "oldNumber"; converted: string };

export const idFaults = ["length", "characters", "date", "future", "checkCharacter", "oldNumber"] as const;
export type IdFaultName = (typeof idFaults)[number];

/** R1, R3: reads a resident ID number; birth day and sex come from it alone. */
export function readIdNumber(typed: string, today: Day): IdReading | IdFault {
  const idNumber = normaliseIdNumber(typed);
  if (/^\d{15}$/.test(idNumber)) return refuseOldNumber(idNumber);
  if (idNumber.length !== 18) return { fault: "length" };
  if (!/^\d{17}[\dX]$/.test(idNumber)) return { fault: "characters" };

  const birthDay = birthDayIn(idNumber);
  if (!birthDay) return { fault: "date" };
  if (birthDay > today) return { fault: "future" };
  if (checkCharacter(idNumber) !== idNumber[17]) return { fault: "checkCharacter" };

  const sex = Number(idNumber[16]) % 2 === 1 ? "MALE" : "FEMALE";
  return { idNumber, birthDay, sex, countyCode: idNumber.slice(0, 6) };
}

/** R1: full-width digits, spaces and a small x are ways of typing, not faults. */
export function normaliseIdNumber(typed: string): string {
  return halfWidth(typed)
    .replace(/[\s\p{Cf}]/gu, "")
    .toUpperCase();
}

/** R2: a number of the first generation is refused, but shown converted, to be compared with the card. */
function refuseOldNumber(old: string): IdFault {
  const body = `${old.slice(0, 6)}19${old.slice(6)}`;
  return birthDayIn(body) ? { fault: "oldNumber", converted: body + checkCharacter(body) } : { fault: "date" };
}

/** R3: what was typed or imported beside the number and disagrees with it. */
export function disagreements(read: IdReading, told: { birthDay?: Day; sex?: Sex }): ("birthDay" | "sex")[] {
  return (["birthDay", "sex"] as const).filter((field) => told[field] && told[field] !== read[field]);
}

/** R4: old codes exist, so an unknown county is worth a warning only. */
export function isCountyKnown(countyCode: string, known: ReadonlySet<string>): boolean {
  return known.has(countyCode);
}

/** GB 11643: the last character follows from the seventeen digits before it. */
export function checkCharacter(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return "10X98765432".charAt(sum % 11);
}

const birthDayIn = (idNumber: string): Day | undefined =>
  parseDay(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`);
