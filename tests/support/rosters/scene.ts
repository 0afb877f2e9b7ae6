import { db } from "@/lib/database/db";
import type { Refusal } from "@/lib/refusal/refusal";
import { importRoster } from "@/lib/roster-import/commands/import";
import { findImport } from "@/lib/roster-import/queries/imports";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";

const today = day("2018-06-01");
export const staff = make.actor("BASE_STAFF", today);
export const head = "姓名\t公民身份号码\t民族\t人员类别\t户籍乡镇\t村\t村级联系人\t备注\t联系电话";

let people = 0;
export const nobody = () =>
  `名册${[...String(people++)].map((digit) => "零一二三四五六七八九"[Number(digit)]).join("")}${"甲乙丙丁戊己庚辛"[Math.floor(Math.random() * 8)]}`;

/** A line of a list under that head, of somebody nobody knows unless he is named. */
export async function lineOf({ name = nobody(), idNumber = make.idNumber(), note = "", phone = "" } = {}) {
  const { zh } = await db.codeItem.findFirstOrThrow({ where: { kind: "TRAINEE_CATEGORY", code: "NZY" } });
  const village = await db.village.findUniqueOrThrow({
    where: { code: "513338101201" },
    select: { name: true, township: { select: { name: true } } },
  });
  return [name, idNumber, "藏族", zh, village.township.name, village.name, "村委会", note, phone].join("\t");
}

/** Takes a list in, as whoever looked at its check does, and gives the import. */
export async function taken(lines: string[], cohortId?: string) {
  const list = { roster: [head, ...lines].join("\n"), noticeWay: "ORAL", noticeGivenOn: today, cohortId };
  const { figures } = await refusalOf(importRoster(staff, { ...list, rows: "CHECK" }));
  await importRoster(staff, { ...list, rows: "ALL", seen: String(figures.seen) });
  const { id } = await db.rosterImport.findFirstOrThrow({
    where: { lines: { some: {} } },
    orderBy: { importedAt: "desc" },
    select: { id: true },
  });
  const found = await findImport(id);
  return { id, traineeIds: found?.lines.map(({ traineeId }) => traineeId) as [string, ...string[]] };
}

export const refusalOf = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => Promise.reject(new Error("was not refused")),
    (error) => error,
  );
