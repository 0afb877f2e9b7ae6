import { administrators } from "@/lib/account/rules";
import type { Role } from "@/prisma/generated/enums";

/** R100: five wrong passwords lock a user name for half an hour, twenty an address for a quarter. */
export const failuresAllowed = { username: 5, address: 20 };
export const lockMinutes = { username: 30, address: 15 };

/** R100: who administers is signed in at one place only, and brings a second factor. */
export const hasOneSignIn = (role: Role): boolean => administrators.includes(role);
export const needsFactor = hasOneSignIn;

/** What a right password still owes: a new one where an office asks for it, then the second factor. */
export type Awaits = "PASSWORD" | "CODE" | "ENROLMENT";

export function awaitsOf(account: { role: Role; hasFactor: boolean; passwordIsOld: boolean }): Awaits | null {
  if (account.passwordIsOld) return "PASSWORD";
  if (account.hasFactor) return "CODE";
  return needsFactor(account.role) ? "ENROLMENT" : null;
}

/** R100: 0 asks for no periodic change. */
export const isPasswordOld = (setAt: Date, days: number, now: Date): boolean =>
  days > 0 && now.getTime() - setAt.getTime() > days * 86_400_000;

/** Where to go after signing in: a path of this portal, never another host, however it is written. */
export function localPath(wanted: string | undefined): string {
  if (!wanted || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes("\\")) return "/";
  const url = new URL(wanted, "http://portal.invalid");
  return url.host === "portal.invalid" && !url.pathname.startsWith("//") && !/^\/sign-in(\/|$)/.test(url.pathname)
    ? wanted
    : "/";
}

/** Whole minutes to wait, at least one. */
export const minutesUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
