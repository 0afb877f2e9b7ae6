import "server-only";
import { randomBytes } from "node:crypto";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { columnsOf, mayFollow } from "@/lib/calendar-feed/rules/reach";
import { createFeedInput, ofFeedInput } from "@/lib/calendar-feed/schema";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { keyedHash } from "@/lib/database/seal";
import type { Scope } from "@/lib/lesson/rules/scope";
import { Refusal } from "@/lib/refusal/refusal";

/** U18: an address for a calendar; its secret is shown in this one answer and kept as a hash only (I31). */
export const createFeed = command({
  verb: "calendarFeed.create",
  permission: "schedule:subscribe",
  input: createFeedInput,
  unkept: true,
  async run(tx, actor, { of }) {
    if (!mayFollow(actor, of)) throw new Refusal("NOT_ALLOWED", { field: "of" });
    await refuseUnknown(tx, of);
    const [id, secret] = [newId(), newSecret()];
    const data = { id, accountId: actor.id, ...columnsOf(of), secretHash: feedHash(secret) };
    const feed = await tx.calendarFeed.create({ data, select: named });
    await recordAudit(tx, actor, "calendarFeed.create", toldOf(actor, feed));
    return { secret };
  },
});

/** Another secret: from then on the address before it leads nowhere. */
export const renewFeed = command({
  verb: "calendarFeed.renew",
  permission: "schedule:subscribe",
  input: ofFeedInput,
  unkept: true,
  async run(tx, actor, { feedId }) {
    const secret = newSecret();
    const feed = await changeOwn(tx, actor, feedId, { secretHash: feedHash(secret) });
    await recordAudit(tx, actor, "calendarFeed.renew", toldOf(actor, feed));
    return { secret };
  },
});

export const endFeed = command({
  verb: "calendarFeed.end",
  permission: "schedule:subscribe",
  input: ofFeedInput,
  async run(tx, actor, { feedId }) {
    const feed = await changeOwn(tx, actor, feedId, { endedAt: new Date() });
    await recordAudit(tx, actor, "calendarFeed.end", toldOf(actor, feed));
    return {};
  },
});

const named = {
  classroom: { select: { label: true, name: true } },
  trainer: { select: { name: true } },
  cohort: { select: { number: true } },
} as const;

type Named = {
  classroom: { label: string; name: string } | null;
  trainer: { name: string } | null;
  cohort: { number: string } | null;
};

/** Somebody else's is not there for this account; of two at once the second finds it ended. */
async function changeOwn(tx: Tx, { id: accountId }: Actor, id: string, data: { secretHash?: string; endedAt?: Date }) {
  const changed = await tx.calendarFeed.updateMany({ where: { id, accountId, endedAt: null }, data });
  if (changed.count === 0) throw new Refusal("WRONG_STATE", { field: "feedId", case: "FEED_OVER" });
  return tx.calendarFeed.findUniqueOrThrow({ where: { id }, select: named });
}

async function refuseUnknown(tx: Tx, of: Scope | null): Promise<void> {
  if (!of) return;
  const { id } = of;
  const found = {
    room: () => tx.classroom.count({ where: { number: Number(id) } }),
    trainer: () => tx.trainer.count({ where: { id } }),
    cohort: () => tx.cohort.count({ where: { id } }),
  };
  if ((await found[of.kind]()) === 0) throw new Refusal("INPUT_WRONG", { field: "of", case: "UNKNOWN_SCOPE" });
}

/** It stands in the history of the account; all lessons have no name of their own. */
function toldOf({ id }: Actor, { classroom, trainer, cohort }: Named) {
  const calendar = classroom ? `${classroom.label} ${classroom.name}` : (trainer?.name ?? cohort?.number);
  return { type: "account" as const, id, after: calendar ? { calendar } : {} };
}

/** 256 bits: nobody tries them out. */
const newSecret = (): string => randomBytes(32).toString("base64url");

export const feedHash = (secret: string): string => keyedHash("calendar-feed", secret);
