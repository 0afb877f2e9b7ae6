import "server-only";
import { cache } from "react";
import { findByToken } from "@/lib/account/commands/set-up";
import { stateOf } from "@/lib/account/rules";
import type { AccountFilter } from "@/lib/account/schema";
import { listManyReveals } from "@/lib/audit/queries/access";
import { idleMinutes, longestHours } from "@/lib/auth/options";
import { db } from "@/lib/database/db";
import { findParameters } from "@/lib/setting/parameter";
import { addDays, dayOfInstant } from "@/lib/value/calendar";
import type { Prisma } from "@/prisma/generated/client";

/** Whose password a one-time link sets; null when the link was used or is too old. */
export const findSetUp = (token: string) => findByToken(db, token);

/** The account as its owner sees it, with its living sign-ins, the newest first. */
export async function findOwnAccount(accountId: string) {
  return db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { username: true, name: true, role: true, factorSince: true, signIns: living() },
  });
}

/** One page of the accounts, with how many there are. */
export async function listAccounts(filter: AccountFilter) {
  const where = whereOf(filter);
  const [total, rows] = await Promise.all([
    db.account.count({ where }),
    db.account.findMany({
      where,
      orderBy: orders[filter.sort],
      skip: (filter.page - 1) * filter.size,
      take: filter.size,
      select: listed,
    }),
  ]);
  return { total, accounts: rows.map(told) };
}

/** One account as the security administrator sees it: how it stands and where it is signed in, never a hash. */
export async function findAccount(id: string) {
  const row = await db.account.findUnique({
    where: { id },
    select: { ...listed, setUpExpiresAt: true, failedSignIns: true, version: true },
  });
  if (!row) return null;
  const signIns = await db.signIn.findMany({ where: { accountId: id, ...living().where }, ...order, select: seen });
  const { setUpExpiresAt, failedSignIns, version } = row;
  return { ...told(row), linkUntil: setUpExpiresAt, failedSignIns, version, living: signIns };
}

export type AccountRecord = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** What waits for the security administrator: accounts nobody has set up, accounts that are locked now. */
export async function countWaitingAccounts() {
  const [waiting, locked] = await Promise.all([
    db.account.count({ where: inState("WAITING") }),
    db.account.count({ where: inState("LOCKED") }),
  ]);
  return { waiting, locked };
}

/** R92: a to-do for the security administrator; the access log is written by the clock on the wall, also where a demo's day stands still. */
export const findManyReveals = cache(async () => {
  const today = dayOfInstant(new Date());
  const limit = (await findParameters(db, today))("reveals_a_day");
  return { limit, accounts: await listManyReveals(addDays(today, -6), limit) };
});

export type ManyReveals = Awaited<ReturnType<typeof findManyReveals>>;

const listed = {
  id: true,
  username: true,
  name: true,
  role: true,
  passwordHash: true,
  disabledAt: true,
  lockedUntil: true,
  factorSince: true,
  createdAt: true,
  signIns: { where: { awaits: null }, orderBy: { startedAt: "desc" }, take: 1, select: { startedAt: true } },
} as const satisfies Prisma.AccountSelect;

function told({ passwordHash, signIns, ...account }: Prisma.AccountGetPayload<{ select: typeof listed }>) {
  const hasPassword = passwordHash !== null;
  return {
    ...account,
    lastSignIn: signIns[0]?.startedAt ?? null,
    state: stateOf({ ...account, hasPassword }, new Date()),
  };
}

function whereOf({ q, role, state }: AccountFilter): Prisma.AccountWhereInput {
  return {
    ...(q && { OR: [{ name: { contains: q } }, { username: { contains: q.toLowerCase() } }] }),
    ...(role && { role }),
    ...(state && { AND: inState(state) }),
  };
}

function inState(state: NonNullable<AccountFilter["state"]>): Prisma.AccountWhereInput {
  if (state === "DISABLED") return { disabledAt: { not: null } };
  const now = new Date();
  if (state === "LOCKED") return { disabledAt: null, lockedUntil: { gt: now } };
  return {
    disabledAt: null,
    OR: [{ lockedUntil: null }, { lockedUntil: { lte: now } }],
    passwordHash: state === "WAITING" ? null : { not: null },
  };
}

const orders: Record<AccountFilter["sort"], Prisma.AccountOrderByWithRelationInput[]> = {
  name: [{ name: "asc" }, { username: "asc" }],
  "-name": [{ name: "desc" }, { username: "desc" }],
  username: [{ username: "asc" }],
  "-username": [{ username: "desc" }],
  role: [{ role: "asc" }, { username: "asc" }],
  "-role": [{ role: "desc" }, { username: "asc" }],
  created: [{ createdAt: "asc" }, { username: "asc" }],
  "-created": [{ createdAt: "desc" }, { username: "asc" }],
};

const seen = { id: true, startedAt: true, lastSeenAt: true, address: true } as const;
const order = { orderBy: { startedAt: "desc" } } as const;

function living() {
  const now = Date.now();
  return {
    where: {
      awaits: null,
      endedAt: null,
      lastSeenAt: { gt: new Date(now - idleMinutes * 60_000) },
      startedAt: { gt: new Date(now - longestHours * 3_600_000) },
    },
    ...order,
    select: seen,
  } as const;
}
