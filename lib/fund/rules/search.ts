import { halfWidth } from "@/lib/value/text";

/** Whether one of these texts holds what is looked for, whatever its width and case. */
export const says = (wanted: string, texts: readonly (string | null | undefined)[]): boolean =>
  texts.some((text) => text && plain(text).includes(plain(wanted)));

const plain = (text: string): string => halfWidth(text).toLowerCase();
