import { expect, test } from "vitest";
import { newId } from "@/lib/database/id";
import { sql } from "@/tests/support/database";
import { director, forceEnrolment, refused, reviewer, staff, unseen } from "@/tests/support/rolls/force";
import { inClass } from "@/tests/support/rolls/scene";

// R26, I16 through SQL: an arrival is noted of somebody with a place, on a day around the training, once, and undone once with a reason.

async function newcomer() {
  const { id: cohortId, number, enrolments } = await inClass({ people: 1 });
  const enrolmentId = enrolments[0]?.id as string;
  const id = newId();
  const noted = ({ on = "2018-08-07", by = staff, as = id } = {}) =>
    `INSERT INTO arrivals (id, enrolment_id, day, noted_by_id) VALUES ('${as}', '${enrolmentId}', '${on}', '${by}');`;
  const undone = ({ by = director, rest = "undo_reason = '认错了人'" } = {}) =>
    `UPDATE arrivals SET undone_by_id = '${by}', ${rest} WHERE id = '${id}';`;
  const forced = (statement: string, as?: "owner") => forceEnrolment(enrolmentId, statement, as);
  return { id, cohortId, number, enrolmentId, noted, undone, forced };
}

test("R26: an arrival is of somebody who takes part, on a day from three days before the start, not ahead", async () => {
  const { enrolmentId, noted, forced } = await newcomer();
  const away = unseen(`UPDATE enrolments SET state = 'NO_SHOW' WHERE id = '${enrolmentId}'`);

  await expect(forced(noted({ on: "2018-08-03" }))).rejects.toMatchObject(refused("ARRIVAL_DAY"));
  await expect(forced(noted({ on: "2037-12-31" }))).rejects.toMatchObject(refused("ARRIVAL_DAY"));
  await expect(forced(away + noted(), "owner")).rejects.toMatchObject(refused("ARRIVAL_OVER"));
  await forced(noted({ on: "2018-08-04" }));
});

test("R26: of the arrivals of an enrolment one stands", async () => {
  const { noted, undone, forced } = await newcomer();
  await forced(noted());

  await expect(forced(noted({ as: newId() }))).rejects.toThrow("one_arrival_per_enrolment");
  await forced(undone());
  await forced(noted({ as: newId() }));
});

test("I16: an arrival is noted and undone by staff or director, and is not born undone", async () => {
  const { id, enrolmentId, noted, undone, forced } = await newcomer();
  const born = `INSERT INTO arrivals (id, enrolment_id, day, noted_by_id, undone_by_id, undone_at, undo_reason)
    VALUES ('${id}', '${enrolmentId}', '2018-08-07', '${staff}', '${staff}', now(), 'x')`;

  await expect(forced(noted({ by: reviewer }))).rejects.toMatchObject(refused("SIGNATURE"));
  await expect(forced(born, "owner")).rejects.toMatchObject(refused("SIGNATURE"));
  await forced(noted());
  await expect(forced(undone({ by: reviewer }))).rejects.toMatchObject(refused("SIGNATURE"));
});

test("R26: an arrival is undone once, with a reason, before the closing, and stays what was noted", async () => {
  const { cohortId, noted, undone, forced } = await newcomer();
  await forced(noted());
  const over = refused("ARRIVAL_UNDONE");

  await expect(forced(undone({ rest: "undo_reason = ' '" }))).rejects.toThrow("undone_arrival_has_reason");
  await expect(forced(undone({ rest: "undo_reason = NULL" }))).rejects.toThrow("undone_arrival_is_signed");
  await expect(forced(undone({ rest: "undo_reason = 'x', day = '2018-08-08'" }), "owner")).rejects.toMatchObject(over);
  const closed =
    unseen(`UPDATE cohorts SET state = 'CLOSED', closing_proposed_by_id = '${director}', closed_by_id = '${reviewer}',
    closed_at = now() WHERE id = '${cohortId}'`);
  await expect(forced(closed + undone(), "owner")).rejects.toMatchObject(refused("ARRIVAL_CLOSED"));

  await forced(undone());
  await expect(forced(undone())).rejects.toMatchObject(over);
});

test("I29: an arrival has its entry and the moments of the database, and is never deleted", async () => {
  const { id, enrolmentId, noted, undone, forced } = await newcomer();
  await expect(sql("app", noted())).rejects.toThrow("AUDIT_MISSING");
  await expect(sql("app", `DELETE FROM arrivals WHERE id = '${id}'`)).rejects.toThrow("permission denied");

  await forced(
    `INSERT INTO arrivals (id, enrolment_id, day, noted_by_id, noted_at)
     VALUES ('${id}', '${enrolmentId}', '2018-08-07', '${staff}', '2000-01-01')`,
    "owner",
  );
  await forced(undone({ rest: "undo_reason = 'x', undone_at = '2000-01-01'" }), "owner");

  const [row] = await sql<{ noted: Date; undone: Date }>(
    "app",
    `SELECT noted_at AS noted, undone_at AS undone FROM arrivals WHERE id = '${id}'`,
  );
  for (const at of [row?.noted, row?.undone]) expect(at?.getFullYear()).toBeGreaterThan(2000);
});

test("R26: who arrived is no no-show, whoever writes; made so past the law, checks.no_show_attended finds it", async () => {
  const { enrolmentId, noted, forced } = await newcomer();
  await forced(noted());
  const away = `UPDATE enrolments SET state = 'NO_SHOW' WHERE id = '${enrolmentId}'`;

  await expect(forced(away)).rejects.toMatchObject(refused("NO_SHOW_ARRIVED"));
  await sql("owner", unseen(away));

  expect(await sql("app", "SELECT * FROM checks.no_show_attended WHERE enrolment = $1", [enrolmentId])).toHaveLength(1);
});
