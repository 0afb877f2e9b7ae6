import { expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { importRoster, type Reported } from "@/lib/roster-import/commands/import";
import { hashOf } from "@/lib/trainee/queries/numbers";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { head, lineOf, nobody, refusalOf, staff } from "@/tests/support/rosters/scene";

const today = day("2018-06-01");
type Change = { rows?: "CHECK" | "ALL" | "VALID"; seen?: string; cohortId?: string; waits?: boolean };
const send = (lines: string[], { rows = "CHECK", ...change }: Change = {}) =>
  importRoster(staff, {
    roster: [head, ...lines].join("\n"),
    noticeWay: "ORAL",
    noticeGivenOn: today,
    looked: [],
    rows,
    ...change,
  });
async function check(lines: string[], change: Change = {}) {
  const { figures, lists } = await refusalOf(send(lines, change));
  const kinds = (lists.lines as Reported[]).map(({ kind, open }) => (open ? "OPEN" : kind));
  return { kinds, seen: String(figures.seen), case: figures.case, lines: lists.lines as Reported[] };
}
const known = (idNumber: string) => db.trainee.count({ where: { idNumberHash: hashOf("id_number", idNumber) } });

test("R81: a check writes nothing, the import exactly what was seen, and the same list again changes nothing", async () => {
  const idNumbers = [make.idNumber(), make.idNumber()];
  const lines = await Promise.all(idNumbers.map((idNumber) => lineOf({ idNumber })));
  const checked = await check(lines);

  expect(checked).toMatchObject({ case: "CHECKED", kinds: ["NEW", "NEW"] });
  expect(await known(idNumbers[0] as string)).toBe(0);
  expect(await send(lines, { rows: "ALL", seen: checked.seen })).toMatchObject({ registered: 2, wrong: 0 });
  expect(await known(idNumbers[0] as string)).toBe(1);

  const again = await check(lines);
  expect(again.kinds).toEqual(["SAME", "SAME"]);
  expect(await send(lines, { rows: "ALL", seen: again.seen })).toMatchObject({ registered: 0, changed: 0, same: 2 });
});

test("R81: a corrected list changes exactly the corrected line, and an empty cell takes nothing away", async () => {
  const [one, other] = [make.idNumber(), make.idNumber()];
  const [name, second] = [nobody(), nobody()];
  const lines = [
    await lineOf({ name, idNumber: one, note: "旧" }),
    await lineOf({ name: second, idNumber: other, note: "留" }),
  ];
  await send(lines, { rows: "ALL", seen: (await check(lines)).seen });

  const corrected = [
    await lineOf({ name, idNumber: one, note: "新" }),
    await lineOf({ name: second, idNumber: other }),
  ];
  const checked = await check(corrected);
  expect(checked.kinds).toEqual(["UPDATE", "SAME"]);
  expect(checked.lines[0]?.changes).toEqual(["note"]);
  await send(corrected, { rows: "ALL", seen: checked.seen });

  const notes = await db.trainee.findMany({
    where: { idNumberHash: { in: [one, other].map((number) => hashOf("id_number", number)) } },
    orderBy: { createdAt: "asc" },
    select: { note: true, version: true },
  });
  expect(notes.map(({ note, version }) => [note, version]).toSorted()).toEqual([
    ["新", 2],
    ["留", 1],
  ]);
});

test("U12: everything that is wrong with a line is told at once: its number, what is missing, what cannot be read", async () => {
  const { lines } = await check([`${nobody()}\t513338199006159980\t\t农民`]);

  expect(lines[0]?.faults.map(({ column, message }) => `${column} ${message}`)).toEqual([
    "category word",
    "ethnicity required",
    "village required",
  ]);
  expect(lines[0]?.noes).toMatchObject([{ refusal: "ID_NUMBER_WRONG" }]);
});

test("R81: with a wrong line all or nothing is nothing, and the right ones alone are a choice", async () => {
  const idNumber = make.idNumber();
  const lines = [await lineOf({ idNumber }), await lineOf({ idNumber: "513338199006159980" })];
  const checked = await check(lines);

  expect(checked.kinds).toEqual(["NEW", "WRONG"]);
  expect(checked.lines[1]?.noes).toMatchObject([{ refusal: "ID_NUMBER_WRONG" }]);
  expect(await refusalOf(send(lines, { rows: "ALL", seen: checked.seen }))).toMatchObject({
    figures: { case: "ROSTER_NOT_ALL", wrong: 1 },
  });
  expect(await known(idNumber)).toBe(0);
  expect(await send(lines, { rows: "VALID", seen: checked.seen })).toMatchObject({ registered: 1, wrong: 1 });
  expect(await known(idNumber)).toBe(1);
});

test("U12: a list that was changed after its check, or a register that moved, is shown anew and writes nothing", async () => {
  const [idNumber, name] = [make.idNumber(), nobody()];
  const [line, more] = [await lineOf({ idNumber, name }), await lineOf()];
  const { seen } = await check([line]);

  expect((await check([line, more], { rows: "ALL", seen })).case).toBe("ROSTER_CHANGED");
  await make.trainee({ idNumber, name });
  expect(await check([line], { rows: "ALL", seen })).toMatchObject({ case: "ROSTER_CHANGED" });
});

test("R5: another name under a known number, and one number twice with other content, are wrong; the same line twice is one", async () => {
  const { idNumber } = await make.trainee();
  const twice = make.idNumber();
  const [line, same] = [await lineOf({ idNumber: twice, name: nobody() }), nobody()];
  const { kinds, lines } = await check([
    await lineOf({ idNumber }),
    line,
    line,
    await lineOf({ idNumber: twice, name: same }),
  ]);

  expect(kinds).toEqual(["WRONG", "NEW", "SAME", "WRONG"]);
  expect(lines[0]?.noes).toMatchObject([{ refusal: "ID_NUMBER_KNOWN", figures: { case: "OTHER_NAME" } }]);
  expect(lines[3]?.noes).toMatchObject([{ figures: { case: "LINE_TWICE", row: 3 } }]);
});

test("R81: the same person twice in a list is registered once, also with his number in full width", async () => {
  const [name, idNumber] = [nobody(), make.idNumber()];
  const wide = [...idNumber].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join("");
  const line = await lineOf({ name, idNumber });
  const { kinds } = await check([line, line, await lineOf({ name, idNumber: wide })]);

  expect(kinds).toEqual(["NEW", "SAME", "SAME"]);
});

test("U08: one cadre's telephone for twenty people is asked about at each but the first, and registers nobody unasked", async () => {
  const lines = await Promise.all(Array.from({ length: 20 }, () => lineOf({ phone: "13987654321" })));
  const roster = [head, ...lines].join("\n");
  const { lists } = await refusalOf(
    importRoster(staff, { roster, noticeWay: "ORAL", noticeGivenOn: today, looked: [], rows: "CHECK" }),
  );
  const asked = (lists.lines as Reported[]).map(({ open, warnings }) => (open ? warnings : []));

  expect(asked[0]).toEqual([]);
  expect(asked.slice(1).every((warnings) => warnings.includes("PHONE_SHARED"))).toBe(true);
});

test("R81: where the database refuses one of many it is that line alone, and the others are taken in", async () => {
  const name = nobody();
  await sql(
    "owner",
    `CREATE FUNCTION refuses_one() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF NEW.name = '${name}' THEN PERFORM refuse('WRONG_STATE', 'name'); END IF; RETURN NEW; END $$;
     CREATE TRIGGER refuses_one BEFORE INSERT ON trainees FOR EACH ROW EXECUTE FUNCTION refuses_one()`,
  );
  const lines = [await lineOf(), await lineOf({ name }), await lineOf()];
  const checked = await check(lines);

  expect(checked.kinds).toEqual(["NEW", "WRONG", "NEW"]);
  expect(checked.lines[1]?.noes).toMatchObject([{ refusal: "WRONG_STATE" }]);
  expect(await send(lines, { rows: "VALID", seen: checked.seen })).toMatchObject({ registered: 2, wrong: 1 });
  await sql("owner", "DROP TRIGGER refuses_one ON trainees; DROP FUNCTION refuses_one()");
});

test.each([
  ["出生日期", "1990-06-16"],
  ["性别", "男"],
])(
  "R3: %s of a line that disagrees with its number is told, and the number decides nothing silently",
  async (heading, told) => {
    const idNumber = make.idNumber(day("1990-06-15"), "FEMALE");
    const roster = `${head}\t${heading}\n${await lineOf({ idNumber })}\t${told}`;
    const { lists } = await refusalOf(
      importRoster(staff, { roster, noticeWay: "ORAL", noticeGivenOn: today, looked: [], rows: "CHECK" }),
    );

    expect(lists.lines).toMatchObject([{ kind: "WRONG", noes: [{ refusal: "ID_NUMBER_WRONG" }] }]);
  },
);

test("U08: a line that looks like somebody known waits for its tick, which the check before it does not forget", async () => {
  const [name, idNumber] = [nobody(), make.idNumber()];
  await make.trainee({ name });
  const line = await lineOf({ name, idNumber });
  const { kinds, seen, lines } = await check([line]);
  const looked = [{ number: 2, warnings: lines[0]?.warnings ?? [] }];

  expect(kinds).toEqual(["OPEN"]);
  expect(looked[0]?.warnings).toContain("SAME_NAME_AND_VILLAGE");
  expect((await check([line], { rows: "ALL", seen })).case).toBe("ROSTER_NOT_ALL");
  expect(await send([line], { rows: "VALID", seen })).toMatchObject({ registered: 0, open: 1 });
  const ticked = { looked, noticeWay: "ORAL", noticeGivenOn: today, roster: `${head}\n${line}` };
  expect(await importRoster(staff, { ...ticked, rows: "ALL", seen })).toMatchObject({ registered: 1, open: 0 });
});

test("R20, R29: into a cohort each line is enrolled, waits or is refused with its reason, before and after", async () => {
  const { id: cohortId } = await make.cohort({ seats: 1, startsOn: day("2018-08-06") });
  const lines = [await lineOf(), await lineOf()];
  const full = await check(lines, { cohortId });
  const waits = await check(lines, { cohortId, waits: true });

  expect(full.lines.map(({ place }) => place && ("state" in place ? place.state : place.refusal))).toEqual([
    "CONFIRMED",
    "COHORT_FULL",
  ]);
  expect(await db.enrolment.count({ where: { cohortId } })).toBe(0);
  const done = await send(lines, { cohortId, waits: true, rows: "ALL", seen: waits.seen });
  expect(done).toMatchObject({ registered: 2, placed: 1, waiting: 1, refused: 0 });
});

test("U12: no head, and a head above nothing, say what is missing", async () => {
  const none = await refusalOf(
    importRoster(staff, { roster: "拥忠\t1", noticeWay: "ORAL", noticeGivenOn: today, rows: "CHECK", looked: [] }),
  );

  expect(none).toMatchObject({ field: "roster", figures: { case: "ROSTER_HEADLESS" } });
  expect(await refusalOf(send([]))).toMatchObject({ field: "roster", figures: { case: "ROSTER_EMPTY" } });
});

test("invariants 4: who may not register people imports none", async () => {
  const reviewer = make.actor("COUNTY_REVIEWER", today);
  const input = { roster: head, noticeWay: "ORAL", noticeGivenOn: today, rows: "CHECK" as const, looked: [] };

  expect(await refusalOf(importRoster(reviewer, input))).toMatchObject({ refusal: "NOT_ALLOWED" });
});
