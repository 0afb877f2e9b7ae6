import { expect, test } from "vitest";
import { longSnapshot } from "@/lib/database/long-read";
import { xlsxOf } from "@/lib/report/file/xlsx";
import { findBase } from "@/lib/report/queries/base";
import { rosterReport } from "@/lib/report/queries/roster";
import { paperOf } from "@/lib/report/sheet/paper-of";
import { importRoster, type Reported } from "@/lib/roster-import/commands/import";
import { rosterOf, staying } from "@/tests/support/exports";
import * as make from "@/tests/support/make";
import { refusalOf } from "@/tests/support/rosters/scene";

const director = make.actor("BASE_DIRECTOR");

/** The roster of a cohort as it leaves the portal, with whole numbers for whom they were granted or masked as for everybody. */
const exported = (cohort: string, full: boolean) =>
  longSnapshot(staying, async (tx) => {
    const opened = await rosterReport.open(tx, { cohort }, director);
    if (!opened) throw new Error("there is no such cohort");
    const paper = paperOf(rosterReport, opened, { ...director, at: new Date(), full, base: await findBase(tx) });
    const pieces: Uint8Array[] = [];
    for await (const piece of xlsxOf(paper)) pieces.push(piece);
    return new File(pieces as BlobPart[], "roster.xlsx");
  });

async function check(file: File) {
  const notice = { noticeWay: "ORAL", noticeGivenOn: director.today };
  const no = await refusalOf(importRoster(director, { file, rows: "CHECK", ...notice }));
  return { ...no.figures, kinds: (no.lists.lines as Reported[]).map(({ kind }) => kind), lists: no.lists };
}

test("R81: a roster that leaves the portal with whole numbers comes in again and changes nothing", async () => {
  const { cohort, idNumbers } = await rosterOf(3);
  const checked = await check(await exported(cohort.id, true));

  expect(checked).toMatchObject({ case: "CHECKED", same: idNumbers.length, registered: 0, changed: 0, wrong: 0 });
  expect(checked.lists).toMatchObject({ unread: [], sheets: [] });
});

test("R91: with masked numbers every line is wrong, and nobody is made up out of a mask (control)", async () => {
  const { cohort } = await rosterOf(2);
  expect((await check(await exported(cohort.id, false))).kinds).toEqual(["WRONG", "WRONG"]);
});
