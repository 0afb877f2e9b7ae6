import type { Role } from "@/prisma/generated/enums";

/** R100: five wrong passwords lock a user name for half an hour, twenty an address for a quarter. */
export const failuresAllowed = { username: 5, address: 20 };
export const lockMinutes = { username: 30, address: 15 };

/** R100: who administers is signed in at one place only. */
export const hasOneSignIn = (role: Role): boolean => role === "SYS_ADMIN" || role === "SEC_ADMIN" || role === "AUDITOR";

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
