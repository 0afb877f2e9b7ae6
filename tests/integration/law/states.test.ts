import { expect, test } from "vitest";
import { lateness, presence } from "@/lib/attendance/rules";
import { begun } from "@/lib/cohort/rules/states";
import { left, takingMarks, withPlace } from "@/lib/trainee/rules/enrolment-states";
import { CohortState, EnrolmentState } from "@/prisma/generated/enums";
import { sql } from "@/tests/support/database";

/** The states for which a condition of the database holds, of every state there is. */
async function statesWhere(
  type: "EnrolmentState" | "CohortState" | "AttendanceMark",
  condition: string,
): Promise<string[]> {
  const rows = await sql<{ state: string }>(
    "owner",
    `SELECT state::text FROM unnest(enum_range(NULL::"${type}")) AS state WHERE ${condition}`,
  );
  return rows.map(({ state }) => state).sort();
}

test("R26: the states that hold a place are those of the law, by its list and by its function", async () => {
  const expected = [...withPlace].sort();

  expect(await statesWhere("EnrolmentState", "holds_place(state)")).toEqual(expected);
  expect(await statesWhere("EnrolmentState", "state = ANY (states_with_place())")).toEqual(expected);
});

test("I13: whose roll may be written, by the law and by the pages that ask for it", async () => {
  expect(await statesWhere("EnrolmentState", "state = ANY (states_taking_marks())")).toEqual([...takingMarks].sort());
});

test("R46: which marks are presence, and which of them add up to a 课时, are those of the law", async () => {
  const marksOf = (list: string) => statesWhere("AttendanceMark", `state = ANY (${list}())`);

  expect(await marksOf("marks_of_presence")).toEqual([...presence].sort());
  expect(await marksOf("marks_of_lateness")).toEqual([...lateness].sort());
});

test("R20: whoever has left a cohort may be enrolled again, by the law's own condition", async () => {
  const [index] = await sql<{ condition: string }>(
    "owner",
    "SELECT pg_get_expr(indpred, indrelid) AS condition FROM pg_index WHERE indexrelid = 'one_enrolment_per_cohort'::regclass",
  );

  expect(await statesWhere("EnrolmentState", `NOT ${index?.condition}`)).toEqual([...left].sort());
});

test("R22: a cohort that has begun takes off the year what it has confirmed, and no other does", async () => {
  const share = `(cohort_share(jsonb_populate_record(NULL::cohorts, jsonb_build_object('state', state, 'confirmed', 7,
    'seats', 20, 'starts_on', '2018-08-06', 'at_base', true)))).planned = 7`;

  expect(await statesWhere("CohortState", share)).toEqual([...begun].sort());
});

test("I15: the sets are asked of every state that there is", async () => {
  expect(await statesWhere("EnrolmentState", "true")).toEqual(Object.keys(EnrolmentState).sort());
  expect(await statesWhere("CohortState", "true")).toEqual(Object.keys(CohortState).sort());
});
