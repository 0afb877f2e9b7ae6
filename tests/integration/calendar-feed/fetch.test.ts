import { beforeAll, expect, test } from "vitest";
import { changeRole, disableAccount, enableAccount } from "@/lib/account/commands/manage";
import { fetchFeed } from "@/lib/calendar-feed/commands/fetch";
import { createFeed, endFeed, renewFeed } from "@/lib/calendar-feed/commands/own";
import { findFeeds } from "@/lib/calendar-feed/queries/feeds";
import { db } from "@/lib/database/db";
import { bookLesson } from "@/lib/lesson/commands/book";
import { cancelLesson, moveLesson } from "@/lib/lesson/commands/change";
import type { Scope } from "@/lib/lesson/rules/scope";
import { addDays, dayOfInstant } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";
import { trainerWithAccount } from "@/tests/support/rolls/trainer-account";

const today = dayOfInstant(new Date());
const clerk = make.actor();
let places = 0;
/** Each test knocks from somewhere else. */
const elsewhere = () => `10.9.${Math.floor(places / 250)}.${(places++ % 250) + 1}`;

beforeAll(async () => {
  await sql(
    "owner",
    `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'base.found', 'base', '1');
     INSERT INTO base (id, name, short_name, organiser, operator) VALUES (1, '实训基地', '基地', '甲', '乙') ON CONFLICT DO NOTHING`,
  );
});

async function feedOf(of: Scope | null, owner = clerk) {
  const { secret } = await createFeed(owner, { of });
  const { id } = await db.calendarFeed.findFirstOrThrow({
    where: { accountId: owner.id },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return { secret, feedId: id };
}

const fetched = async (secret: string): Promise<string> => {
  const found = await fetchFeed(secret, elsewhere());
  return typeof found === "string" ? found : found.ics.replace(/\r\n /g, "");
};

test("U18: a calendar has the lessons of its scope from three months back to all ahead, and no trainee's name", async () => {
  const startsOn = addDays(today, -200);
  const cohort = await make.cohort({ startsOn, endsOn: addDays(today, 300), seats: 10 });
  await make.enrolment(cohort.id, { traineeId: (await make.trainee({ name: "扎西次仁" })).id });
  const at = async (days: number, title: string) =>
    bookLesson(clerk, await wish(cohort.id, { day: addDays(today, days), title, accepted: ["HOLIDAY"] }));
  await at(-91, "早已过去");
  await at(-90, "三月前");
  await at(250, "明年");

  const { secret } = await feedOf({ kind: "cohort", id: cohort.id });
  const ics = await fetched(secret);

  expect(ics).not.toContain("早已过去");
  expect(ics).toContain("SUMMARY:三月前");
  expect(ics).toContain("SUMMARY:明年");
  expect(ics).toContain("1 人");
  expect(ics).not.toContain("扎西");
});

test("U18: a moved lesson keeps its name and gets a higher number, a cancelled one says so", async () => {
  const cohort = await make.cohort({ startsOn: today, endsOn: addDays(today, 60) });
  const wanted = await wish(cohort.id, {
    day: addDays(today, 3),
    title: "插花",
    classroomNumber: 6,
    accepted: ["HOLIDAY"],
  });
  const { id } = await bookLesson(clerk, wanted);
  const { secret } = await feedOf({ kind: "cohort", id: cohort.id });
  const eventOf = async () => (await fetched(secret)).split("BEGIN:VEVENT").find((text) => text.includes(id)) ?? "";

  const before = await eventOf();
  const { cohortIds: _, ...moved } = { ...wanted, startsAt: "13:00", endsAt: "16:00" };
  await moveLesson(clerk, { lessonId: id, version: 1, ...moved });
  const after = await eventOf();
  await cancelLesson(clerk, { lessonId: id, version: 2, reason: "停电" });
  const gone = await eventOf();

  expect([before, after, gone].map((text) => /SEQUENCE:(\d+)/.exec(text)?.[1])).toEqual(["1", "2", "3"]);
  expect([before, after, gone].every((text) => text.includes(`UID:${id}\r\n`))).toBe(true);
  expect(after).toContain("T130000");
  expect([after.includes("STATUS:CONFIRMED"), gone.includes("STATUS:CANCELLED")]).toEqual([true, true]);
  expect(gone).toContain("SUMMARY:（已取消）插花");
});

test("U18: of a classroom or a trainer a calendar has their lessons and no others; unchanged it is the same to the byte", async () => {
  const cohort = await make.cohort({ startsOn: today, endsOn: addDays(today, 60) });
  const trainer = await make.trainer();
  const on = { day: addDays(today, 5), accepted: ["HOLIDAY"] };
  await bookLesson(clerk, await wish(cohort.id, { ...on, title: "甲课", classroomNumber: 8, trainerId: trainer.id }));
  await bookLesson(
    clerk,
    await wish(cohort.id, { ...on, title: "乙课", classroomNumber: 9, startsAt: "14:30", endsAt: "17:30" }),
  );

  const room = await feedOf({ kind: "room", id: "8" });
  const own = await feedOf({ kind: "trainer", id: trainer.id });
  const all = await feedOf(null);

  for (const { secret } of [room, own]) {
    const ics = await fetched(secret);
    expect([ics.includes("甲课"), ics.includes("乙课")]).toEqual([true, false]);
  }
  expect(await fetched(all.secret)).toContain("乙课");
  expect(await fetched(room.secret)).toBe(await fetched(room.secret));
});

test("U18: the day of the last fetch is kept, no hour and no address", async () => {
  const { secret, feedId } = await feedOf({ kind: "room", id: "1" });

  await fetched(secret);

  const [feed] = (await findFeeds(clerk)).feeds.filter(({ id }) => id === feedId);
  expect(feed?.lastUsedOn).toBe(today);
});

test("U18: a renewed address leads nowhere at once, an ended one too, and so do a cut and an upper-case one", async () => {
  const { secret, feedId } = await feedOf({ kind: "room", id: "2" });
  expect(await fetched(secret)).toContain("BEGIN:VCALENDAR");

  for (const wrong of [
    secret.slice(0, -1),
    secret.toUpperCase(),
    `${secret}A`,
    "",
    "\0",
    `${secret}\0`,
    "%",
    "x".repeat(7_000),
  ])
    expect([wrong.length, await fetched(wrong)]).toEqual([wrong.length, "gone"]);
  const renewed = await renewFeed(clerk, { feedId });
  expect([await fetched(secret), (await fetched(renewed.secret)).slice(0, 15)]).toEqual(["gone", "BEGIN:VCALENDAR"]);
  await endFeed(clerk, { feedId });
  expect(await fetched(renewed.secret)).toBe("gone");
});

test("I33: a disabled account and one with another role leave no address behind, also when they are as before again", async () => {
  const security = await make.signer("SEC_ADMIN");
  const [left, promoted] = [await make.signer("AUDITOR"), await make.signer("AUDITOR")];
  const [first, second] = [await feedOf(null, left), await feedOf(null, promoted)];
  const which = async (id: string) => {
    const { version } = await db.account.findUniqueOrThrow({ where: { id }, select: { version: true } });
    return { accountId: id, version, reason: "离任" };
  };

  await disableAccount(security, await which(left.id));
  await changeRole(security, { ...(await which(promoted.id)), role: "AID_OFFICER" });
  expect([await fetched(first.secret), await fetched(second.secret)]).toEqual(["gone", "gone"]);

  await enableAccount(security, await which(left.id));
  await changeRole(security, { ...(await which(promoted.id)), role: "AUDITOR" });
  expect([await fetched(first.secret), await fetched(second.secret)]).toEqual(["gone", "gone"]);
});

test("I33: an account whose role may not see these lessons is not served, whatever the row says", async () => {
  const trainer = await trainerWithAccount();
  const other = await make.trainer();
  const { secret, feedId } = await feedOf({ kind: "trainer", id: trainer.trainerId }, trainer);
  expect(await fetched(secret)).toContain("BEGIN:VCALENDAR");

  await sql("owner", "ALTER TABLE calendar_feeds DISABLE TRIGGER USER");
  await sql("owner", "UPDATE calendar_feeds SET trainer_id = $1 WHERE id = $2", [other.id, feedId]);
  await sql("owner", "ALTER TABLE calendar_feeds ENABLE TRIGGER USER");

  expect(await fetched(secret)).toBe("gone");
});

test("R100, R102: twenty wrong addresses from one place are written down without what was tried, then it waits; a living one goes on", async () => {
  const { secret } = await feedOf({ kind: "room", id: "4" });
  const [address, neighbour] = [elsewhere(), elsewhere()];
  const tries = Array.from({ length: 22 }, (_, n) => `guess-${n}`);

  const answers: unknown[] = [];
  for (const wrong of tries) answers.push(await fetchFeed(wrong, address));

  expect(answers).toEqual([...Array(20).fill("gone"), "tooMany", "tooMany"]);
  expect(await fetchFeed(secret, address)).toMatchObject({ ics: expect.stringContaining("BEGIN:VCALENDAR") });
  expect(await fetchFeed("guess", neighbour)).toBe("gone");
  const lines = await db.accessEntry.findMany({ where: { address } });
  expect(lines).toHaveLength(20);
  expect(
    lines.every((line) => line.verb === "calendarFeed.unknown" && !line.subjectId && !line.field && !line.reason),
  ).toBe(true);
});
