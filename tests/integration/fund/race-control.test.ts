import { beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { approveAll, disbursedOf, lastOfPlan, lastOfProject } from "@/tests/support/money/races";
import { insertMoney, noted, wan } from "@/tests/support/money/rows";
import { broken } from "@/tests/support/money/self-check";
import { meanwhile } from "@/tests/support/money/two-desks";
import { signingAccount } from "@/tests/support/signers";

// In a database of its own, whose guards are taken away one after the other: a race that is won proves something only if it is lost then.
let projectId: string;
beforeAll(async () => {
  await make.plan(2018);
  projectId = (await make.project()).id;
});

/** A payment that will wait for its decision, and a report of its month. */
function paper(month: string) {
  const id = newId();
  const row = {
    id,
    projectId,
    createdById: signingAccount("AID_OFFICER") as string,
    amount: wan("1"),
    datedOn: `${month}-15`,
  };
  const report = `UPDATE fund_months SET state = 'SUBMITTED', submitted_by_id = '${signingAccount("AID_OFFICER")}' WHERE month = '${month}'`;
  return { write: noted(insertMoney("disbursement", row), id), report: noted(report, month) };
}
const opened = (month: string) => sql("app", `INSERT INTO fund_months (month) VALUES ('${month}')`);

test("I24: who writes in a month that is just being reported waits for it, and is refused", async () => {
  await opened("2017-03");
  const { write, report } = paper("2017-03");

  expect(await meanwhile(report, write)).toEqual({ waited: true, heard: "MONTH_CLOSED" });
  expect(await broken()).toEqual([]);
});

test("I24: who reports a month in which somebody is just writing waits for him, and sees what he wrote", async () => {
  await opened("2017-04");
  const { write, report } = paper("2017-04");

  expect(await meanwhile(write, report)).toEqual({ waited: true, heard: "WRONG_STATE" });
  expect(await broken()).toEqual([]);
});

test("I24, control: where the month is only looked at, neither waits, and a payment stands in a reported month", async () => {
  const [law] = await sql<{ text: string }>("owner", "SELECT pg_get_functiondef('hold_open_month'::regproc) AS text");
  const looking = law?.text.replace("FOR SHARE", "").replace(/INSERT INTO fund_months.*?;/, "") ?? "";
  const [first, second] = [paper("2015-05"), paper("2016-06")];
  await sql("owner", looking);
  await Promise.all(["2015-05", "2016-06"].map(opened));

  const answers = [await meanwhile(first.report, first.write), await meanwhile(second.write, second.report)];

  expect(answers).toEqual(Array(2).fill({ waited: false, heard: "taken" }));
  expect(await sql("app", "SELECT month FROM checks.closed_month_row ORDER BY 1")).toEqual([
    { month: "2015-05" },
    { month: "2016-06" },
  ]);
  await sql("owner", law?.text ?? "");
});

test("R67, I21, control: without the trigger that moves the sums all sixteen payments of the last 100.00 are approved", async () => {
  const { projectId, recordIds } = await lastOfProject(16);
  await sql("owner", "ALTER TABLE disbursements DISABLE TRIGGER record_4_moves_sums");

  const { acknowledged } = await approveAll("disbursement", recordIds);

  expect(acknowledged).toHaveLength(16);
  expect(await disbursedOf(projectId)).toBe(wan("200"));
  expect(await broken()).toContain("money_identity");
});

test("R68, I21, control: without the trigger that moves the sums all sixteen projects get the last 100.00 of the plan", async () => {
  const recordIds = await lastOfPlan(2004, 16);
  await sql("owner", "ALTER TABLE appropriations DISABLE TRIGGER record_4_moves_sums");

  const { acknowledged } = await approveAll("appropriation", recordIds);

  expect(acknowledged).toHaveLength(16);
  expect(await broken()).toContain("money_identity");
});

test("I21, control: where the trigger moves the counter without looking, the constraint behind it stops the second payment", async () => {
  await sql(
    "owner",
    "ALTER TABLE appropriations ENABLE TRIGGER record_4_moves_sums; ALTER TABLE disbursements ENABLE TRIGGER record_4_moves_sums",
  );
  const { projectId, recordIds } = await lastOfProject(8);
  await sql("owner", careless);

  const { acknowledged, refused } = await approveAll("disbursement", recordIds);

  expect(acknowledged).toHaveLength(1);
  expect(refused).toEqual(Array(7).fill("OVER_APPROPRIATION"));
  expect(await disbursedOf(projectId)).toBe(wan("300"));
});

const careless = `CREATE OR REPLACE FUNCTION move_project(project uuid, ledger text, by bigint) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'UPDATE projects SET disbursed = disbursed + by WHERE id = project'`;
