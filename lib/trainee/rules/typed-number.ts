import { parseDay } from "@/lib/value/calendar";
import { halfWidth } from "@/lib/value/text";
import { checkCharacter } from "./id-number";

/** A number that leads to one person, as it was typed somewhere. */
export type TypedNumber = { column: "id_number" | "phone"; number: string };

/**
 * R95: a resident ID number or a telephone anywhere in a text, however it is typed; undefined where there is none. Fifteen digits are a
 * number of the first generation, if a day of birth stands in them. Seventeen are all that a number says, for its check character
 * follows from them; with something behind them they are a slip and nobody's. Both name a person as much as the whole does.
 */
export function numberIn(text: string): TypedNumber | undefined {
  // A row out of a sheet holds several numbers between its blanks; one number may be typed in groups.
  return numberOf(plainOf(text)) ?? numberOf(bareOf(text));
}

function numberOf(bare: string): TypedNumber | undefined {
  const [, , id] = /(^|[^0-9A-Z])(\d{17}[\dX])(?![0-9A-Z])/.exec(bare) ?? [];
  if (id) return { column: "id_number", number: id };
  const [, , digits = ""] = /(^|[^0-9A-Z])(\d{15}|\d{17}[0-9A-Z]{0,14})(?![0-9A-Z])/.exec(bare) ?? [];
  const body = digits.length === 15 ? `${digits.slice(0, 6)}19${digits.slice(6)}` : digits;
  if (digits && parseDay(`${body.slice(6, 10)}-${body.slice(10, 12)}-${body.slice(12, 14)}`))
    return { column: "id_number", number: body.length > 17 ? body : body + checkCharacter(body) };
  const [, , phone] = /(^|[^0-9A-Z])(?:\+?86)?(1[3-9]\d{9})(?![0-9A-Z])/.exec(bare) ?? [];
  return phone ? { column: "phone", number: phone } : undefined;
}

/**
 * On its way to such a number: more digits than the last four, which are as much as an address may hold, or a name and half of one. No
 * such number begins with 20, but that of a cohort, a day and the year of a paper do.
 */
export const isNumberBegun = (text: string): boolean =>
  /(^\d{5,}|\d{7,})X?$/.test(bareOf(text)) && !/(^|\D)20\d{0,6}$/.test(bareOf(text));

const bareOf = (text: string): string => plainOf(text).replace(/\s/g, "");

const plainOf = (text: string): string =>
  halfWidth(text)
    .replace(/[\p{Cf}\p{Pd}]/gu, "")
    .toUpperCase();
