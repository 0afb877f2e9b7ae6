import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { roles } from "@/lib/auth/permissions";
import { createFeed } from "@/lib/calendar-feed/commands/own";
import { db } from "@/lib/database/db";
import { takeBackup } from "@/scripts/backup/take";
import { findPlaces } from "@/scripts/postgres/postgres-files.mjs";
import { dataFolder } from "@/scripts/process/root.mjs";
import { ownerUrl } from "@/tests/support/database";
import { recordsOfTheDemo } from "@/tests/support/demo-records";
import { portalAt } from "@/tests/support/disaster/server";
import { type Desk, deskOf, openForm, post } from "@/tests/support/form-post";
import * as make from "@/tests/support/make";
import { addressOf, listPages, listRoutes } from "@/tests/support/pages";
import * as stage from "@/tests/support/stage";

const portal = portalAt(process.env.E2E_ORIGIN ?? "");
const { idNumber, phone, name } = stage.person();
const { phone: guardianPhone } = stage.person();
const { idNumber: wrongNumber } = stage.person();

/** As they are typed, and as they are shown in groups. */
const canaries = [
  ...[idNumber, `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`],
  ...[phone, guardianPhone].flatMap((number) => [
    number,
    `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`,
  ]),
  `${wrongNumber.slice(0, 17)}${wrongNumber.endsWith("X") ? "1" : "X"}`,
];
const [wrong = ""] = canaries.slice(-1);
const seenIn = (text: string): string[] => canaries.filter((canary) => text.includes(canary));

const person = {
  name,
  ...{
    idNumber,
    phone,
    guardianName: "央金",
    guardianPhone,
    villageCode: "513338101201",
    ethnicity: "04",
    category: "NZY",
  },
  ...{ noticeWay: "ORAL", noticeGivenOn: stage.today, accepted: "SAME_NAME_AND_BIRTH SAME_NAME_AND_VILLAGE" },
};

let traineeId: string;
let answers: string[];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await portal.start();
  const desk = await deskFor("BASE_STAFF");
  const register = async (typed: Record<string, string>) =>
    post(desk, await openForm(desk, "/trainees/new", 'name="idNumber"'), typed);

  const registered = await register(person);
  const again = await register(person);
  const refused = await register({ ...person, idNumber: wrong });
  ({ id: traineeId } = await db.trainee.findFirstOrThrow({ where: { name }, select: { id: true } }));
  const edit = await openForm(desk, `/trainees/${traineeId}/edit`, 'name="guardianPhone"');
  const { idNumber: _, noticeWay, noticeGivenOn, ...known } = person;
  const edited = await post(desk, edit, { ...known, note: "改过" });
  const reveal = await openForm(desk, `/trainees/${traineeId}`, 'value="idNumber"');
  await post(desk, reveal, { reason: "CARD_CHECK" });

  const box = await openForm(desk, "/trainees", 'name="q"');
  const sought = await post(desk, box, { q: idNumber });
  const byPhone = await post(desk, box, { q: `${phone.slice(0, 3)} ${phone.slice(3)}` });
  const inAddress = await locationOf(desk, `/trainees?q=${idNumber}`);
  const asName = await register({ ...person, name: wrong, idNumber: stage.person().idNumber });

  expect(asName.status).toBe(200);
  expect([sought.location, byPhone.location]).toEqual([1, 2].map(() => expect.stringContaining(traineeId)));
  expect(inAddress).toBe("/trainees?number=address");
  expect([again.refusal, refused.refusal]).toEqual(["ID_NUMBER_KNOWN", expect.anything()]);
  expect([registered.status, edited.status]).toEqual([303, 303]);
  answers = [registered, again, refused, edited, sought, byPhone].flatMap(({ location }) => location ?? []);
});
test.afterAll(() => portal.kill());

test("I31: the numbers stand in no dump; the name does, so the look is a look", async () => {
  const pieces: Buffer[] = [];
  for await (const piece of takeBackup(ownerUrl())) pieces.push(piece);
  const dump = Buffer.concat(pieces).toString();

  expect(seenIn(dump)).toEqual([]);
  expect(dump).toContain(name);
});

test("I31, R91: they stand on no page and in no answer of a route, whoever asks; the staff's list has the name", async () => {
  test.setTimeout(600_000);
  const { secret } = await createFeed(await make.signer(), { of: null });
  const ids = { ...(await recordsOfTheDemo()), traineeId, calendar: `${secret}.ics` };
  const q = `?q=${encodeURIComponent(name)}`;
  const seen: string[] = [];
  let named = 0;

  for (const role of roles) {
    const desk = await deskFor(role);
    for (const { path: to, permission, granted } of [...listPages(), ...listRoutes()]) {
      if (permission && !granted(role, permission)) continue;
      const html = await textOf(desk, addressOf(to, ids) + q);
      if (html.includes(name)) named += 1;
      seen.push(...seenIn(html).map((canary) => `${role} ${to}: ${canary}`));
    }
  }

  expect(named).toBeGreaterThan(6);
  expect(seen).toEqual([]);
});

test("I31: they stand in no address, no log and no name of a file", async () => {
  const { base } = findPlaces();
  const serverLog = readFileSync(path.join(base, `${process.env.E2E_CLUSTER}.log`), "utf8");
  const files = readdirSync(dataFolder, { recursive: true, encoding: "utf8" }).filter(
    (file) => !file.includes("node_modules"),
  );

  expect(seenIn(answers.join("\n"))).toEqual([]);
  expect(seenIn(portal.words())).toEqual([]);
  expect(seenIn(serverLog)).toEqual([]);
  expect(seenIn(files.join("\n"))).toEqual([]);
});

async function deskFor(role: (typeof roles)[number]): Promise<Desk> {
  return deskOf((await stage.account(role)).id, portal.origin);
}

async function locationOf({ origin, cookie }: Desk, address: string): Promise<string | null> {
  return (await fetch(origin + address, { headers: { cookie }, redirect: "manual" })).headers.get("location");
}

async function textOf({ origin, cookie }: Desk, address: string): Promise<string> {
  const answer = await fetch(origin + address, { headers: { cookie }, redirect: "manual" });
  return `${[...answer.headers].join("\n")}\n${await answer.text()}`;
}
