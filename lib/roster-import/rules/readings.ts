import template from "@/lib/roster-import/template.json" with { type: "json" };
import { checkCharacter, normaliseIdNumber } from "@/lib/trainee/rules/id-number";
import { halfWidth } from "@/lib/value/text";

export const isYes = (text: string): boolean => template.yes.includes(text);
export const isNo = (text: string): boolean => template.no.includes(text);

export const sexIn = (text: string): "MALE" | "FEMALE" | undefined =>
  template.male.includes(text) ? "MALE" : template.female.includes(text) ? "FEMALE" : undefined;

/** The code table has the bare name. */
export const bareEthnicity = (text: string): string =>
  text.endsWith(template.ethnicityEnding) ? text.slice(0, -template.ethnicityEnding.length) : text;

/** A day as people write it, with any signs between its numbers or none: 1988.1.2, 1988/01/02, 19880102. */
export function dayIn(text: string): string | undefined {
  const [, year, month, date] =
    /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(halfWidth(text)) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(halfWidth(text)) ?? [];
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
