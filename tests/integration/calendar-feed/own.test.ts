import { expect, test } from "vitest";
import { createFeed, endFeed, renewFeed } from "@/lib/calendar-feed/commands/own";
import { findFeeds } from "@/lib/calendar-feed/queries/feeds";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import type { Scope } from "@/lib/lesson/rules/scope";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { trainerWithAccount } from "@/tests/support/rolls/trainer-account";

const seven: Scope = { kind: "room", id: "7" };

test("U18, I31: an address is made once; only the hash of its secret is kept, nowhere else a trace of it", async () => {
  const clerk = await make.signer("BASE_DIRECTOR");

  const { secret } = await createFeed(clerk, { of: seven });

  expect(secret).toMatch(/^[\w-]{43}$/);
  const { feeds } = await findFeeds(clerk);
  expect(feeds).toMatchObject([{ name: expect.stringContaining(" "), lastUsedOn: null, renewedAt: null }]);
  const kept = await db.calendarFeed.findFirstOrThrow({ where: { accountId: clerk.id } });
  const entries = await db.auditEntry.findMany({ where: { verb: "calendarFeed.create", subjectId: clerk.id } });
  expect(JSON.stringify([kept, entries.map(({ after, before }) => [after, before]), feeds])).not.toContain(secret);
  expect(entries).toMatchObject([{ subjectType: "account", after: { calendar: expect.any(String) } }]);
});

test("U18: one living address for the same lessons; after its end there may be another", async () => {
  const clerk = await make.signer("COUNTY_REVIEWER");
  await createFeed(clerk, { of: null });

  await expect(createFeed(clerk, { of: null })).rejects.toMatchObject({
    refusal: "WRONG_STATE",
    field: "of",
    figures: { case: "FEED_STANDS" },
  });
  const [feed] = (await findFeeds(clerk)).feeds;
  await endFeed(clerk, { feedId: feed?.id as string });
  await createFeed(clerk, { of: null });

  expect((await findFeeds(clerk)).feeds).toHaveLength(1);
});

test("U18: nobody renews or ends the address of somebody else, and none that has ended", async () => {
  const [owner, other] = [await make.signer("AUDITOR"), await make.signer("AUDITOR")];
  await createFeed(owner, { of: seven });
  const feedId = (await findFeeds(owner)).feeds[0]?.id as string;
  const over = { refusal: "WRONG_STATE", figures: { case: "FEED_OVER" } };

  await expect(renewFeed(other, { feedId })).rejects.toMatchObject(over);
  await expect(endFeed(other, { feedId })).rejects.toMatchObject(over);
  await endFeed(owner, { feedId });
  await expect(renewFeed(owner, { feedId })).rejects.toMatchObject(over);
  await expect(endFeed(owner, { feedId })).rejects.toMatchObject(over);
});

test.each<[string, Scope]>([
  ["a classroom", { kind: "room", id: "99" }],
  ["a trainer", { kind: "trainer", id: newId() }],
  ["a cohort", { kind: "cohort", id: newId() }],
])("%s that is not there is not followed", async (_, of) => {
  await expect(createFeed(make.actor(), { of })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    figures: { case: "UNKNOWN_SCOPE" },
  });
});

test("invariants 4: a trainer follows the own lessons and no others, and is offered no others", async () => {
  const trainer = await trainerWithAccount();
  const other = await make.trainer("别人");

  for (const of of [null, seven, { kind: "trainer", id: other.id } as const])
    await expect(createFeed(trainer, { of })).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  await createFeed(trainer, { of: { kind: "trainer", id: trainer.trainerId as string } });

  const { feeds, choices, isOwn } = await findFeeds(trainer);
  expect(feeds).toHaveLength(1);
  expect([isOwn, choices.rooms, choices.cohorts, choices.trainers.map(({ id }) => id)]).toEqual([
    true,
    [],
    [],
    [trainer.trainerId],
  ]);
});

test("invariants 4: a role that sees no timetable makes no address", async () => {
  const officer = make.actor("AID_OFFICER");

  await expect(createFeed(officer, { of: null })).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  await expect(renewFeed(officer, { feedId: newId() })).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
  await expect(endFeed(officer, { feedId: newId() })).rejects.toMatchObject({ refusal: "NOT_ALLOWED" });
});

test("I33: what a renewal or an end changes is written by the database, not by the portal", async () => {
  const clerk = make.actor();
  await createFeed(clerk, { of: { kind: "room", id: "3" } });
  const feedId = (await findFeeds(clerk)).feeds.at(-1)?.id as string;

  await expect(sql("app", "UPDATE calendar_feeds SET account_id = $1", [newId()])).rejects.toMatchObject({
    code: "42501",
  });
  await expect(sql("app", "DELETE FROM calendar_feeds")).rejects.toMatchObject({ code: "42501" });
  await renewFeed(clerk, { feedId });
  expect((await findFeeds(clerk)).feeds.find(({ id }) => id === feedId)?.renewedAt).toBeInstanceOf(Date);
});
