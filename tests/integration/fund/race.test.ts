import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/db";
import { approveRecord, rejectRecord } from "@/lib/fund/commands/decide";
import { lockMonth, returnMonth, submitMonth } from "@/lib/fund/commands/month";
import { recordDisbursement, recordProgress } from "@/lib/fund/commands/record";
import { findFund } from "@/lib/fund/queries/months";
import { asRefusal } from "@/lib/refusal/refusal";
import { day } from "@/lib/value/calendar";
import { monthAt } from "@/lib/value/period";
import * as make from "@/tests/support/make";
import { leader, officer, payment, progress } from "@/tests/support/money/papers";
import {
  answersOf,
  approveAll,
  disbursedOf,
  lastOfPlan,
  lastOfProject,
  payAll,
  settled,
} from "@/tests/support/money/races";
import { wan } from "@/tests/support/money/rows";
import { broken } from "@/tests/support/money/self-check";
import { rounds } from "@/tests/support/rounds";

const times = rounds(2, 20);
let busy: string;

beforeAll(async () => {
  await make.plan(2018);
  await make.plan(2012);
  busy = (await make.project()).id;
  await make.sum("appropriation", busy, "1000", "2012-01-01");
});

test("R67, I21: of sixteen payments of the last 100.00, approved at once, one is paid; acknowledged, stored, counted and noted agree", async () => {
  for (let round = 0; round < times; round++) {
    const { projectId, recordIds } = await lastOfProject(16);

    const { acknowledged, refused } = await approveAll("disbursement", recordIds);

    expect(acknowledged).toHaveLength(1);
    expect(refused).toEqual(Array(15).fill("OVER_APPROPRIATION"));
    expect(await settled("disbursement", recordIds)).toEqual({ stored: acknowledged, noted: acknowledged });
    expect(await disbursedOf(projectId)).toBe(wan("300"));
  }
  expect(await broken()).toEqual([]);
});

test("R67, I21: of sixteen pairs who write down and approve the last 100.00 at once, one pays it", async () => {
  const { projectId } = await lastOfProject(0);

  const { recordIds, acknowledged, refused } = await payAll(projectId, 16);

  expect(acknowledged).toHaveLength(1);
  expect(refused).toEqual(Array(15).fill("OVER_APPROPRIATION"));
  expect(await settled("disbursement", recordIds)).toEqual({ stored: acknowledged, noted: acknowledged });
  expect(await disbursedOf(projectId)).toBe(wan("300"));
});

test("R68, I21: of sixteen projects that wait for the last 100.00 of a year's plan, one gets it", async () => {
  for (let round = 0; round < times; round++) {
    const recordIds = await lastOfPlan(2004 + round, 16);

    const { acknowledged, refused } = await approveAll("appropriation", recordIds);

    expect(acknowledged).toHaveLength(1);
    expect(refused).toEqual(Array(15).fill("OVER_PLAN"));
    expect(await settled("appropriation", recordIds)).toEqual({ stored: acknowledged, noted: acknowledged });
    expect(await findFund(2004 + round)).toMatchObject({ arranged: wan("300"), approvedTotal: wan("300") });
  }
  expect(await broken()).toEqual([]);
});

test("I21: what is paid and what is taken back of the same arrangement never pass each other", async () => {
  const { projectId, recordIds } = await lastOfProject(8);
  const { id } = await make.sum("appropriation", projectId, "100");
  const back = { projectId, amount: -wan("100"), datedOn: "2018-08-02", reversalOfId: id, state: "SUBMITTED" } as const;
  const red = await make.money("appropriation", back);

  const [paid, taken] = await Promise.all([
    approveAll("disbursement", recordIds),
    answersOf([red.id], () => approveRecord(leader, { kind: "appropriation", recordId: red.id, version: 1 })),
  ]);

  expect(paid.acknowledged).toHaveLength(taken.acknowledged.length === 1 ? 1 : 2);
  expect(await broken()).toEqual([]);
});

test("I24: a month is reported while twelve desks write in it: each row is in before the report, or refused", async () => {
  for (let round = 0; round < times; round++) {
    const month = monthOfRound(2012, round);
    const on = { datedOn: `${month}-15` };
    const desks = Array.from({ length: 12 }, (_, n) => `${n}`);

    const [written, [report]] = await Promise.all([
      answersOf(desks, (n) =>
        recordProgress(
          make.actor("AID_OFFICER", day("2018-08-22")),
          progress(busy, "0.01", { ...on, documentNo: `${month} ${n}` }),
        ),
      ),
      Promise.allSettled([submitMonth(officer, { month })]),
    ]);

    expect(report?.status).toBe("fulfilled");
    expect(new Set(written.refused)).toEqual(new Set(written.refused.length > 0 ? ["MONTH_CLOSED"] : []));
    const rows = await db.investmentProgress.findMany({
      where: { documentNo: { startsWith: month } },
      select: { id: true, documentNo: true },
    });
    expect(rows.map(({ documentNo }) => documentNo.slice(8)).sort()).toEqual(written.acknowledged);
    expect(await lastEntry(rows.map(({ id }) => id))).toBeLessThan(await lastEntry([month]));
    await returnMonth(leader, { month, version: 2, reason: "再赛一次" });
  }
  expect(await broken()).toEqual([]);
});

test("R76: March is reported while twelve desks write in January: each row is in before the report, or refused", async () => {
  for (let round = 0; round < times; round++) {
    const year = 2013 + (round % 2);
    const desks = Array.from({ length: 12 }, (_, n) => `${n}`);
    const write = (n: string) =>
      recordProgress(officer, progress(busy, "0.01", { datedOn: `${year}-01-15`, documentNo: `early ${round} ${n}` }));

    const [written, [report]] = await Promise.all([
      answersOf(desks, write),
      Promise.allSettled([submitMonth(officer, { month: monthAt(year, 3) })]),
    ]);

    expect(report?.status).toBe("fulfilled");
    expect(new Set(written.refused)).toEqual(new Set(written.refused.length > 0 ? ["MONTH_CLOSED"] : []));
    const rows = await db.investmentProgress.findMany({
      where: { documentNo: { startsWith: `early ${round} ` } },
      select: { id: true },
    });
    expect(rows).toHaveLength(written.acknowledged.length);
    expect(await lastEntry(rows.map(({ id }) => id))).toBeLessThan(await lastEntry([monthAt(year, 3)]));
    const { version } = await db.fundMonth.findUniqueOrThrow({
      where: { month: monthAt(year, 3) },
      select: { version: true },
    });
    await returnMonth(leader, { month: monthAt(year, 3), version, reason: "再赛一次" });
  }
  expect(await broken()).toEqual([]);
});

test("I24: a payment is written down, approved and its month reported, locked and given back at once: none is dated in a closed month", async () => {
  for (let round = 0; round < times; round++) {
    const month = monthOfRound(2015, round);
    const on = { datedOn: `${month}-15` };
    const waiting = await recordDisbursement(officer, payment(busy, "0.01", on));
    const report = () => submitMonth(officer, { month });

    const answers = await Promise.allSettled([
      report(),
      approveRecord(leader, { kind: "disbursement", recordId: waiting.id, version: 1 }),
      report(),
      recordDisbursement(officer, payment(busy, "0.01", on)),
      report(),
      lockMonth(leader, { month, version: 2 }),
      report(),
      returnMonth(leader, { month, version: 2, reason: "x" }),
    ]);

    const noes = answers.flatMap((answer) => (answer.status === "rejected" ? [asRefusal(answer.reason)?.refusal] : []));
    expect(noes.filter((no) => !["WRONG_STATE", "MONTH_CLOSED", "STALE"].includes(no ?? "a fault"))).toEqual([]);
    expect(answers[1]?.status).toBe("fulfilled");
    // What still waits would hold up every later report of the year.
    const late = answers[3];
    if (late?.status === "fulfilled")
      await rejectRecord(leader, { kind: "disbursement", recordId: late.value.id, version: 1, reason: "x" });
  }
  expect(await broken()).toEqual([]);
});

const monthOfRound = (year: number, round: number) => monthAt(year + Math.floor(round / 12), (round % 12) + 1);

/** The number of the last audit entry about some subjects: entries are written while the month is held, so their order is the month's. */
async function lastEntry(subjects: string[]): Promise<number> {
  const where = { subjectId: { in: subjects }, verb: { not: "month.return" } };
  return Number((await db.auditEntry.aggregate({ where, _max: { id: true } }))._max.id ?? 0);
}
