import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";
import { insertMoney, noted, tables, wan } from "@/tests/support/money/rows";

// I16, R111: each statement goes as the portal's own login, with its audit entry, so that only the law can refuse it.
const tell = (id: string, statement: string) => sql("app", noted(statement, id));
const officer = () => make.actor("AID_OFFICER").id;
const leader = () => make.actor("AID_LEADER").id;
const thisYear = new Date().getUTCFullYear();

/** Who signs nothing: nobody, somebody unknown, the other role, and an account that was put out of use. */
async function strangers(other: string) {
  const gone = newId();
  await sql(
    "owner",
    `SET session_replication_role = replica; INSERT INTO accounts (id, username, name, role, disabled_at)
     VALUES ('${gone}', 'gone-${gone.slice(-8)}', 'gone', 'AID_LEADER', now())`,
  );
  return [newId(), other, gone, make.actor("COUNTY_REVIEWER").id];
}

test.each(["plan", "revenue", "appropriation", "disbursement", "outside"] as const)(
  "I16: a %s is written down and decided by accounts that may, at the time of the act",
  async (kind) => {
    const { id: projectId } = await make.project();
    const own = kind === "plan" || kind === "revenue" ? { year: 2017 } : kind === "outside" ? {} : { projectId };
    if (kind !== "plan") await make.plan(2018);
    if (kind === "disbursement") await make.sum("appropriation", projectId, "10");
    const write = (createdById: string, id = newId()) =>
      tell(id, insertMoney(kind, { id, ...own, amount: wan("1"), datedOn: "2018-03-05", createdById })).then(() => id);
    for (const by of await strangers(leader())) await expect(write(by), by).rejects.toThrow("NOT_ALLOWED");
    const id = await write(officer());
    const decide = (state: string, by: string) =>
      tell(
        id,
        `UPDATE ${tables[kind]} SET state = '${state}', decided_by_id = '${by}', decided_at = '2017-01-01' WHERE id = '${id}'`,
      );

    for (const by of await strangers(officer()))
      for (const state of ["APPROVED", "REJECTED"]) await expect(decide(state, by), by).rejects.toThrow("NOT_ALLOWED");
    await decide("APPROVED", leader());

    const [row] = await sql<{ decided_at: Date }>("app", `SELECT decided_at FROM ${tables[kind]} WHERE id = '${id}'`);
    expect(row?.decided_at.getUTCFullYear()).toBe(thisYear);
  },
);

test("I16: a month is reported and locked by accounts that may, and no lock is signed in advance", async () => {
  const month = "2011-04";
  await tell(month, `INSERT INTO fund_months (month) VALUES ('${month}')`);
  const set = (what: string) => tell(month, `UPDATE fund_months SET ${what} WHERE month = '${month}'`);
  const report = (by: string, more = "") => set(`state = 'SUBMITTED', submitted_by_id = '${by}'${more}`);
  const lock = (by: string) => set(`state = 'LOCKED', locked_by_id = '${by}', locked_at = '2017-01-01'`);

  for (const by of await strangers(leader())) await expect(report(by), by).rejects.toThrow("NOT_ALLOWED");
  await expect(report(officer(), `, locked_by_id = '${leader()}'`)).rejects.toThrow("WRONG_STATE");
  await report(officer());
  for (const by of await strangers(officer())) await expect(lock(by), by).rejects.toThrow("NOT_ALLOWED");
  await lock(leader());

  const [row] = await sql<{ locked_at: Date }>("app", `SELECT locked_at FROM fund_months WHERE month = '${month}'`);
  expect(row?.locked_at.getUTCFullYear()).toBe(thisYear);
});

test("I16: a year's closing is proposed and signed by accounts that may, each in its act", async () => {
  await make.plan(2012);
  const set = (what: string) => tell("2012", `UPDATE aid_funds SET ${what} WHERE year = 2012`);
  const close = (by: string) => set(`state = 'CLOSED', closed_by_id = '${by}'`);

  for (const by of await strangers(leader()))
    await expect(set(`closing_proposed_by_id = '${by}'`), by).rejects.toThrow("NOT_ALLOWED");
  await expect(set(`closed_by_id = '${leader()}'`)).rejects.toThrow("WRONG_STATE");
  await set(`closing_proposed_by_id = '${officer()}'`);
  for (const by of await strangers(officer())) await expect(close(by), by).rejects.toThrow("NOT_ALLOWED");
  await expect(close(leader())).rejects.toMatchObject({ detail: expect.stringContaining("MONTHS_OPEN") });
});

const lines = { director_id: "BASE_DIRECTOR", reviewer_id: "COUNTY_REVIEWER", leader_id: "AID_LEADER" } as const;

test("I16, R24: a figure is proposed and signed by the offices it belongs to, each on its own line and once", async () => {
  const propose = (createdById: string, id = newId()) =>
    tell(
      id,
      `INSERT INTO setting_changes (id, key, valid_from, value, reason, document_no, created_by_id)
       VALUES ('${id}', 'capacity_notice_percent', '2030-01-01', 70, 'x', 'x', '${createdById}')`,
    ).then(() => id);
  for (const by of await strangers(make.actor("BASE_DIRECTOR").id))
    await expect(propose(by), by).rejects.toThrow("NOT_ALLOWED");
  const id = await propose(make.actor("SYS_ADMIN").id);
  const set = (what: string) => tell(id, `UPDATE setting_changes SET ${what} WHERE id = '${id}'`);

  for (const [line, role] of Object.entries(lines)) {
    for (const by of [newId(), make.actor("BASE_STAFF").id])
      await expect(set(`${line} = '${by}'`), `${line} ${by}`).rejects.toThrow("NOT_ALLOWED");
    if (line !== "leader_id") await expect(set(`${line} = '${leader()}'`), role).rejects.toThrow("NOT_ALLOWED");
  }
  await expect(set(`state = 'REJECTED', decided_by_id = '${newId()}', decided_at = now()`)).rejects.toThrow(
    "NOT_ALLOWED",
  );
  await expect(set(`state = 'WITHDRAWN', decided_by_id = '${leader()}', decided_at = now()`)).rejects.toThrow(
    "NOT_ALLOWED",
  );
  await set(`director_id = '${make.actor("BASE_DIRECTOR").id}'`);
  await expect(set(`director_id = '${make.actor("BASE_DIRECTOR").id}'`)).rejects.toThrow("WRONG_STATE");
  await set(`reviewer_id = '${make.actor("COUNTY_REVIEWER").id}', decided_by_id = '${newId()}'`);

  const [row] = await sql(
    "app",
    `SELECT state, decided_by_id = reviewer_id AS own FROM setting_changes WHERE id = '${id}'`,
  );
  expect(row).toEqual({ state: "APPROVED", own: true });
});
