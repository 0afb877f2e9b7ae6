import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { rows } from "@/lib/database/rows";
import { together } from "@/lib/database/together";
import { proposeCorrection, rejectCorrection } from "@/lib/trainee/commands/correct";
import { listLacks } from "@/lib/trainee/commands/doubts";
import { registerTrainee } from "@/lib/trainee/commands/register";
import { revealNumber } from "@/lib/trainee/commands/reveal";
import { listIdsOfNumber } from "@/lib/trainee/queries/by-number";
import { openCorrections } from "@/lib/trainee/queries/correction";
import { alikeTo, asLike } from "@/lib/trainee/queries/likeness";
import { findTrainees, listIdsFound, searchTrainees } from "@/lib/trainee/queries/search";
import { registerTraineeInput } from "@/lib/trainee/schema";
import { addDays, day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

const today = day("2018-09-04");
const village = "513338101201";
const phone = "13900007788";
const born = day("1991-05-06");
const people: Record<string, { id: string; idNumber: string }> = {};
const nameOf = (id: string) => Object.keys(people).find((name) => people[name]?.id === id);
let [clerk, head] = [make.actor(), make.actor()];

async function register(key: string, typed: { name: string; idNumber?: string; phone?: string; villageCode?: string }) {
  const known = { villageContact: "村委会", villageCode: village, ethnicity: "04", category: "NZY" };
  const rest = {
    noticeWay: "ORAL",
    noticeGivenOn: "2018-06-01",
    accepted: "SAME_NAME_AND_BIRTH SAME_NAME_AND_VILLAGE PHONE_SHARED",
  };
  const idNumber = typed.idNumber ?? make.idNumber();
  const input = registerTraineeInput.parse({ ...known, ...rest, ...typed, idNumber });
  people[key] = { ...(await registerTrainee(make.actor(), input)), idNumber };
}

beforeAll(async () => {
  [clerk, head] = [await make.signer("BASE_STAFF", today), await make.signer("BASE_DIRECTOR", today)];
  await register("first", { name: "洛绒尼玛", idNumber: make.idNumber(born, "MALE"), phone });
  await register("second", { name: "洛绒尼玛", villageCode: "513338102201" });
  await register("family", { name: "洛绒卓玛", phone });
});

test("R95: a number leads to exactly the people whose it is, a family's telephone to all of them", async () => {
  const of = async (column: "id_number" | "phone", number: string) =>
    (await listIdsOfNumber({ column, number })).map(nameOf).sort();

  expect(await of("id_number", people.second?.idNumber as string)).toEqual(["second"]);
  expect(await of("phone", phone)).toEqual(["family", "first"]);
  expect(await of("phone", "13900007789")).toEqual([]);
  // The number of one column is none of the other.
  expect(await of("id_number", phone)).toEqual([]);
});

test("U06: a search is cut off where it was asked to be, says that there are more, and names nobody twice", async () => {
  const two = await listIdsFound(db, "洛绒", 2);
  const all = await listIdsFound(db, "洛绒", 10);

  expect([two.ids.length, two.more]).toEqual([2, true]);
  expect(all).toMatchObject({ more: false });
  expect(all.ids.map(nameOf).sort()).toEqual(["family", "first", "second"]);
  expect((await listIdsFound(db, "luorong", 10)).ids).toHaveLength(3);
  expect(await listIdsFound(db, "没有这人", 10)).toEqual({ ids: [], more: false });
});

test("U06: people known by id come in that order, each with what tells him from another", async () => {
  const ids = ["family", "first"].map((name) => people[name]?.id as string);

  const found = await findTrainees([...ids, newId()]);

  expect(found.map(({ id }) => nameOf(id))).toEqual(["family", "first"]);
  expect(found[1]).toMatchObject({ birthYear: 1991, township: "瓦卡镇", lastFour: people.first?.idNumber.slice(-4) });
  expect((await searchTrainees("洛绒卓玛")).map(({ id }) => nameOf(id))).toEqual(["family"]);
});

test("U08, R11: who could be the same is told by name and birth, by name and village, or by telephone; never oneself", async () => {
  const like = async (change: object) => {
    const person = { name: "洛绒尼玛", birthDay: addDays(born, 1), villageCode: "513338103201", ...change };
    const { asks, shape } = alikeTo(person);
    return asLike(person, await rows(db, shape, asks))
      .map(({ id, sameBirth, sameVillage, samePhone }) => [nameOf(id), sameBirth, sameVillage, samePhone])
      .sort();
  };

  expect(await like({})).toEqual([]);
  expect(await like({ birthDay: born })).toEqual([["first", true, false, false]]);
  expect(await like({ villageCode: "513338102201" })).toEqual([["second", false, true, false]]);
  expect(await like({ phone })).toEqual([
    ["family", false, false, true],
    ["first", false, false, true],
  ]);
  expect(await like({ birthDay: born, id: people.first?.id })).toEqual([]);
});

test("R8, R11: all that a person lacks is named at once, of an adult no guardian", () => {
  const cases = (person: Parameters<typeof listLacks>[0], birthDay: Parameters<typeof listLacks>[1]) =>
    listLacks(person, birthDay, today).map(({ field, figures }) => `${field} ${figures.case}`);
  const nobody = { phone: undefined, villageContact: undefined, guardianName: undefined, guardianPhone: undefined };
  const minor = day("2000-09-05");

  expect(cases(nobody, minor)).toEqual([
    "phone UNREACHABLE",
    "guardianName GUARDIAN_MISSING",
    "guardianPhone GUARDIAN_MISSING",
  ]);
  expect(cases({ ...nobody, villageContact: "村委会", guardianName: "母亲" }, minor)).toEqual([
    "guardianPhone GUARDIAN_MISSING",
  ]);
  expect(cases({ ...nobody, phone }, day("2000-09-04"))).toEqual([]);
  expect(cases({ ...nobody, phone }, undefined)).toEqual([]);
});

test("R5, I16: a wish to correct a number waits for everybody but the one who asked, the oldest first, until it is decided", async () => {
  const wish = async (key: string, on: string) =>
    proposeCorrection(
      { ...clerk, today: day(on) },
      { traineeId: people[key]?.id as string, idNumber: make.idNumber(), reason: "登记时看错" },
    );
  await wish("second", "2018-09-03");
  await wish("first", "2018-09-02");
  const corrections = async (id: string) => (await together(db, { found: openCorrections(id) })).found;
  const waiting = async (id: string) => (await corrections(id)).map(({ trainee }) => nameOf(trainee.id));

  expect(await waiting(head.id)).toEqual(["first", "second"]);
  expect(await waiting(clerk.id)).toEqual([]);
  const [{ id: correctionId } = { id: "" }] = await corrections(head.id);
  await rejectCorrection(head, { correctionId, reason: "身份证未附" });
  expect(await waiting(head.id)).toEqual(["second"]);
});

test("R92: for another reason a number is shown only with what it is, and of a person who is there", async () => {
  const asked = { traineeId: people.first?.id as string, number: "idNumber" as const, reason: "OTHER" as const };

  await expect(revealNumber(clerk, { ...asked, reasonText: undefined })).rejects.toMatchObject({
    refusal: "INPUT_WRONG",
    field: "reasonText",
    figures: { case: "REASON_MISSING" },
  });
  expect(await db.accessEntry.count({ where: { accountId: clerk.id, verb: "trainee.reveal" } })).toBe(0);
  expect(await revealNumber(clerk, { ...asked, reasonText: "派出所核对" })).toMatchObject({
    number: people.first?.idNumber,
  });
  const stranger = { traineeId: newId(), idNumber: make.idNumber(), reason: "登记时看错" };
  await expect(proposeCorrection(clerk, stranger)).rejects.toMatchObject({ figures: { case: "UNKNOWN_TRAINEE" } });
});
