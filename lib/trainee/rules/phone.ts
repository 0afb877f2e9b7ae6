import { halfWidth } from "@/lib/value/text";

/** R11: a mobile number of eleven digits, or undefined; spaces, hyphens, full width and +86 are ways of typing. */
export function readPhone(typed: string): string | undefined {
  const digits = halfWidth(typed)
    .replace(/[\s\p{Cf}\p{Pd}]/gu, "")
    .replace(/^\+86/, "");
  return /^1[3-9]\d{9}$/.test(digits) ? digits : undefined;
}

/** R11: somebody without a telephone must be reachable through the village. */
export function isReachable(person: { phone?: string | null; villageContact?: string | null }): boolean {
  return Boolean(person.phone || person.villageContact);
}
