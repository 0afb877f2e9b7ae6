import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { sql } from "@/tests/support/database";
import { director, forceEnrolment, refused, reviewer, staff, unseen } from "@/tests/support/rolls/force";
import { inClass } from "@/tests/support/rolls/scene";
import { signingAccount } from "@/tests/support/signers";

// R46, I16 through SQL: leave lies in the cohort's days, is asked for by one and decided once by another.

async function absentee() {
  const { enrolments } = await inClass({ people: 1 });
  const enrolmentId = enrolments[0]?.id as string;
  const id = newId();
  const asked = ({ from = "2018-08-07", to = "2018-08-08", by = staff } = {}) =>
    `INSERT INTO leaves (id, enrolment_id, mark, from_day, to_day, reason, asked_by_id)
     VALUES ('${id}', '${enrolmentId}', 'SICK_LEAVE', '${from}', '${to}', '去县医院', '${by}');`;
  const decided = (by: string, rest = "approved = true") =>
    `UPDATE leaves SET ${rest}, decided_by_id = '${by}' WHERE id = '${id}';`;
  const forced = (statement: string, as?: "owner") => forceEnrolment(enrolmentId, statement, as);
  return { id, enrolmentId, asked, decided, forced };
}

test("R46: leave lies in the days of a cohort in which somebody still takes part", async () => {
  const { enrolmentId, asked, forced } = await absentee();
  const away = unseen(`UPDATE enrolments SET state = 'NO_SHOW' WHERE id = '${enrolmentId}'`);

  await expect(forced(asked({ from: "2018-08-06" }))).rejects.toMatchObject(refused("LEAVE_OUTSIDE"));
  await expect(forced(asked({ to: "2038-01-01" }))).rejects.toMatchObject(refused("LEAVE_OUTSIDE"));
  await expect(forced(away + asked(), "owner")).rejects.toMatchObject(refused("LEAVE_OVER"));
});

test("I16: leave is asked for by staff or director, and is not born decided", async () => {
  const { id, enrolmentId, asked, forced } = await absentee();
  const born = `INSERT INTO leaves (id, enrolment_id, mark, from_day, to_day, reason, asked_by_id, approved, decided_by_id, decided_at)
    VALUES ('${id}', '${enrolmentId}', 'SICK_LEAVE', '2018-08-07', '2018-08-08', 'x', '${staff}', true, '${director}', now())`;

  await expect(forced(asked({ by: reviewer }))).rejects.toMatchObject(refused("SIGNATURE"));
  await expect(forced(born, "owner")).rejects.toMatchObject(refused("SIGNATURE"));
});

test("I16: leave is granted by another who may, once, and stays what was asked for", async () => {
  const { asked, decided, forced } = await absentee();
  await forced(asked({ by: director }));
  const over = refused("LEAVE_DECIDED");

  await expect(forced(decided(director))).rejects.toThrow("SAME_PERSON");
  await expect(forced(decided(staff))).rejects.toThrow("NOT_ALLOWED");
  await expect(forced(decided(reviewer, "approved = true, to_day = '2018-08-20'"), "owner")).rejects.toMatchObject(
    over,
  );
  await expect(forced(decided(reviewer, "decision = 'x'"))).rejects.toMatchObject(over);

  await forced(decided(reviewer));
  await expect(forced(decided(signingAccount("COUNTY_REVIEWER") as string, "approved = false"))).rejects.toMatchObject(
    over,
  );
});

test("I29: leave has its entry and the moments of the database", async () => {
  const { id, enrolmentId, asked, decided, forced } = await absentee();
  await expect(sql("app", asked())).rejects.toThrow("AUDIT_MISSING");

  await forced(
    `INSERT INTO leaves (id, enrolment_id, mark, from_day, to_day, reason, asked_by_id, asked_at)
     VALUES ('${id}', '${enrolmentId}', 'SICK_LEAVE', '2018-08-07', '2018-08-08', 'x', '${staff}', '2000-01-01')`,
    "owner",
  );
  await forced(decided(director, "approved = true, decided_at = '2000-01-01'"), "owner");

  const [row] = await sql<{ asked: Date; decided: Date }>(
    "app",
    `SELECT asked_at AS asked, decided_at AS decided FROM leaves WHERE id = '${id}'`,
  );
  for (const at of [row?.asked, row?.decided]) expect(at?.getFullYear()).toBeGreaterThan(2000);
});
