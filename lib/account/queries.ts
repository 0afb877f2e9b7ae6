import "server-only";
import { findByToken } from "@/lib/account/mutations";
import { idleMinutes, longestHours } from "@/lib/auth/options";
import { db } from "@/lib/db";

/** Whose password a one-time link sets; null when the link was used or is too old. */
export const findSetUp = (token: string) => findByToken(db, token);

/** The account as its owner sees it, with its living sign-ins, the newest first. */
export async function findOwnAccount(accountId: string) {
  const now = Date.now();
  return db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      username: true,
      name: true,
      role: true,
      signIns: {
        where: {
          endedAt: null,
          lastSeenAt: { gt: new Date(now - idleMinutes * 60_000) },
          startedAt: { gt: new Date(now - longestHours * 3_600_000) },
        },
        orderBy: { startedAt: "desc" },
        select: { id: true, startedAt: true, lastSeenAt: true, address: true },
      },
    },
  });
}
