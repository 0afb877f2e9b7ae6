import template from "@/lib/roster-import/template.json" with { type: "json" };
import { checkCharacter, normaliseIdNumber } from "@/lib/trainee/rules/id-number";
import { addDays, day } from "@/lib/value/calendar";
import { halfWidth } from "@/lib/value/text";

export const isYes = (text: string): boolean => template.yes.includes(text);
export const isNo = (text: string): boolean => template.no.includes(text);

export const sexIn = (text: string): "MALE" | "FEMALE" | undefined =>
  template.male.includes(text) ? "MALE" : template.female.includes(text) ? "FEMALE" : undefined;

/** The code table has the bare name. */
export const bareEthnicity = (text: string): string =>
  text.endsWith(template.ethnicityEnding) ? text.slice(0, -template.ethnicityEnding.length) : text;

/** A day as people write it, with any signs between its numbers or none, or as the days that a spreadsheet counts: 1988.1.2, 32144. */
export function dayIn(text: string): string | undefined {
  const said = halfWidth(text).replace(/\s\d{1,2}:[\d:.]+$/, "");
  if (/^\d{5}$/.test(said)) return addDays(day("1900-01-01"), Number(said) - 2);

  const [, year, month, date] =
    /^(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,2}$/.exec(said) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(said) ?? [];
  return year && month && date ? `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}` : undefined;
}

/** R80: Excel keeps fifteen digits of a number and turns the rest into 0. */
export function isRounded(text: string): boolean {
  const number = normaliseIdNumber(text);
  if (/^\d(\.\d+)?E\+?\d+$/.test(number)) return true;
  return /^\d{15}000$/.test(number) && checkCharacter(number) !== number[17];
}

/** Nobody knows which of two numbers reaches the person. */
export const areTwoPhones = (text: string): boolean => /\d{7,}\D+\d{7,}/.test(halfWidth(text).replace(/^\+?86\D*/, ""));
