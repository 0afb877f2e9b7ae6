import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { perform } from "@/lib/command/command";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { ownerUrl } from "@/tests/support/database";
import * as make from "@/tests/support/make";

/** One form that enrols, to be sent as often as wished. */
async function openForm() {
  const cohort = await make.cohort();
  const { id: traineeId } = await make.trainee();
  const staff = await make.signer();
  const input = { cohortId: cohort.id, traineeId, place: "CONFIRMED", unsubsidised: false } as const;
  const sent = { key: randomUUID(), content: input };
  return { cohortId: cohort.id, send: (of: object = {}) => perform(enrol, staff, { ...input, ...of }, sent) };
}

test("I26: the same form sent twice enrols once and gets the first outcome, with the minute of the first", async () => {
  const { send } = await openForm();

  const [first, second] = [await send(), await send()];

  expect(second.outcome).toEqual(first.outcome);
  expect(second.again).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
});

// The look goes out with the key: what it is refused for is not what the earlier form was refused for.
test("I26: a form sent again gets the first outcome though its cohort is gone from the form by then", async () => {
  const { send } = await openForm();
  const { outcome } = await send();

  expect(await send({ cohortId: randomUUID() })).toMatchObject({ outcome });
});

test("invariants 6: a form sent again while somebody holds its cohort for long gets the first outcome all the same", async () => {
  const { cohortId, send } = await openForm();
  const { outcome } = await send();
  const keeper = new pg.Client({ connectionString: ownerUrl() });
  await keeper.connect();
  await keeper.query("BEGIN");
  await keeper.query("SELECT 1 FROM cohorts WHERE id = $1 FOR UPDATE", [cohortId]);

  const told = await send().catch((error: unknown) => error);
  await keeper.end();

  expect(told).toMatchObject({ outcome });
});
