import { maskIdNumber, maskPhone } from "@/lib/trainee/rules/mask";

/** R91: entries are written masked; should one ever not be, the reader of the audit still sees no whole number. */
export const maskNumbers = (value: string): string =>
  value
    .replace(/(?<!\d)\d{17}[\dXx](?!\d)/g, (number) => maskIdNumber(number))
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, (number) => maskPhone(number));
