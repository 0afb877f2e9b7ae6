import { expect, test } from "@playwright/test";
import { db } from "@/lib/database/db";
import { day } from "@/lib/value/calendar";
import type { Desk } from "@/tests/support/form-post";
import * as make from "@/tests/support/make";
import { disbursedOf, lastOfPlan, lastOfProject, settled } from "@/tests/support/money/races";
import { wan } from "@/tests/support/money/rows";
import * as race from "@/tests/support/race";
import { rounds } from "@/tests/support/rounds";

// Forms without script, each with a key of its own, sent at once to two server processes on one database; in years before the demo's.
const times = rounds(10, 50);
const year = 2008;
/** A year in which no errand leaves anything undecided, or its months could not be reported. */
const reported = 2011;
const clients = 16;

let officers: Desk[];
let leaders: Desk[];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  [officers, leaders] = [await race.desks("AID_OFFICER", clients), await race.desks("AID_LEADER", clients)];
  await make.plan(year);
});

test.beforeEach(() => test.setTimeout(900_000));
test.afterEach(() => void process.stdout.write(`forms sent again after BUSY or a fault: ${race.countRepeats()}\n`));

/** Every leader on the page of another record, whose first form is the approval. */
const openApprovals = (segment: string, recordIds: string[]) =>
  race.openAll(
    leaders,
    recordIds.map((id) => [`/fund/${segment}/${id}`, `value="${id}"`] as const),
  );
const approvedOf = (recordIds: string[], answers: Parameters<typeof race.refusalsOf>[0]) =>
  recordIds.filter((_, n) => race.isDone(answers[n])).sort();

test("R67, I21: of 16 leaders who approve the last 100.00 of a project at once, one does; acknowledged, stored, counted and noted agree", async () => {
  for (let round = 0; round < times; round++) {
    const { projectId, recordIds } = await lastOfProject(clients, year);
    const forms = await openApprovals("disbursements", recordIds);

    const answers = await race.postAll(leaders, forms, {});

    const acknowledged = approvedOf(recordIds, answers);
    expect(race.refusalsOf(answers)).toEqual(["OVER_APPROPRIATION"]);
    expect(acknowledged).toHaveLength(1);
    expect(await settled("disbursement", recordIds)).toEqual({ stored: acknowledged, noted: acknowledged });
    expect(await disbursedOf(projectId)).toBe(wan("300"));
  }
  expect(await race.broken()).toEqual([]);
});

test("R68, I21: of 16 projects that wait for the last 100.00 of a year's plan one gets it; acknowledged, stored, counted and noted agree", async () => {
  for (let round = 0; round < times; round++) {
    const recordIds = await lastOfPlan(year - 1, clients);
    const forms = await openApprovals("appropriations", recordIds);

    const answers = await race.postAll(leaders, forms, {});

    const acknowledged = approvedOf(recordIds, answers);
    expect(race.refusalsOf(answers)).toEqual(["OVER_PLAN"]);
    expect(acknowledged).toHaveLength(1);
    expect(await settled("appropriation", recordIds)).toEqual({ stored: acknowledged, noted: acknowledged });
    const fund = await db.aidFund.findUniqueOrThrow({ where: { year: year - 1 } });
    expect(fund.arranged).toBe(fund.approvedTotal);
  }
  expect(await race.broken()).toEqual([]);
});

test("I26: 16 officers write down the same payment at once, each his own, and each is stored and noted once", async () => {
  const { projectId } = await lastOfProject(0, year);
  const page = [`/fund/disbursements/new?project=${projectId}`, 'name="payee"'] as const;
  const forms = await race.openAll(officers, Array(clients).fill(page));
  const typed = { projectId, amount: "100", unit: "WAN", payee: "得荣县财政局", account: "COUNTY", intent: "SUBMIT" };
  // R69: each may be one of the others, and each desk says that it is another payment.
  const accepted = "DUPLICATE";

  const answers = await race.postAll(officers, forms, {
    ...typed,
    accepted,
    documentNo: "竞 1",
    datedOn: `${year}-04-01`,
    note: "",
  });

  const acknowledged = answers.flatMap(({ location }) => /disbursements\/([\w-]{36})/.exec(location ?? "")?.[1] ?? []);
  const waiting = { where: { projectId, state: "SUBMITTED" }, select: { id: true } } as const;
  expect(race.refusalsOf(answers)).toEqual([]);
  expect((await db.disbursement.findMany(waiting)).map(({ id }) => id).sort()).toEqual(acknowledged.sort());
  expect(await race.notedOf(acknowledged, "disbursement.record")).toEqual(acknowledged);
  expect(await disbursedOf(projectId)).toBe(wan("200"));
});

test("I24: a month is reported while 15 desks write in it: each row is in before the report, or refused", async () => {
  const { id: projectId } = await make.project({ on: day(`${year}-01-02`) });
  for (let round = 0; round < Math.min(times, 12); round++) {
    const month = `${reported}-${String(round + 1).padStart(2, "0")}`;
    const page = [`/fund/progress/new?project=${projectId}`, 'name="documentNo"'] as const;
    const report = [`/fund/months?year=${reported}&month=${month}`, `name="month" value="${month}"`] as const;
    const forms = await race.openAll(officers, [report, ...Array(clients - 1).fill(page)]);
    const row = { projectId, amount: "0.01", unit: "WAN", documentNo: month, datedOn: `${month}-15`, note: "" };
    const accepted = "DUPLICATE BEYOND_PAID";

    const answers = await race.postAll(officers, forms, [{}, ...Array(clients - 1).fill({ ...row, accepted })]);

    const written = answers.slice(1).filter(race.isDone);
    expect(race.isDone(answers[0])).toBe(true);
    expect(race.refusalsOf(answers).filter((no) => no !== "MONTH_CLOSED")).toEqual([]);
    expect(await db.investmentProgress.count({ where: { projectId, documentNo: month } })).toBe(written.length);
  }
  expect(await race.broken()).toEqual([]);
});

const moving = (table: string) => ({
  remove: `ALTER TABLE ${table} DISABLE TRIGGER record_4_moves_sums`,
  restore: `ALTER TABLE ${table} ENABLE TRIGGER record_4_moves_sums`,
});

test("R67, I21, control: without the trigger that moves the sums the same race overpays the project", async () => {
  const { recordIds } = await lastOfProject(clients, year);
  const forms = await openApprovals("disbursements", recordIds);
  const mend = `UPDATE disbursements SET state = 'REJECTED' WHERE id = ANY ('{${recordIds}}')`;

  await race.withoutGuard({ ...moving("disbursements"), mend }, async () => {
    const answers = await race.postAll(leaders, forms, {});

    expect(approvedOf(recordIds, answers).length).toBeGreaterThan(1);
    expect(await race.broken()).toEqual(["money_identity", "paid_before_arranged"]);
  });
  expect(await race.broken()).toEqual([]);
});

test("R68, I21, control: without the trigger that moves the sums the same race arranges more than the plan", async () => {
  const recordIds = await lastOfPlan(year - 1, clients);
  const forms = await openApprovals("appropriations", recordIds);
  const mend = `UPDATE appropriations SET state = 'REJECTED' WHERE id = ANY ('{${recordIds}}')`;

  await race.withoutGuard({ ...moving("appropriations"), mend }, async () => {
    const answers = await race.postAll(leaders, forms, {});

    expect(approvedOf(recordIds, answers).length).toBeGreaterThan(1);
    expect(await race.broken()).toEqual(["money_identity"]);
  });
  expect(await race.broken()).toEqual([]);
});
