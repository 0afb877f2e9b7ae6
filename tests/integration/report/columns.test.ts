import { expect, test } from "vitest";
import { z } from "zod";
import { proposeIssue } from "@/lib/completion/commands/certificate";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { approveRequest } from "@/lib/completion/commands/request";
import { completedOf, completedShape } from "@/lib/completion/queries/roster";
import { db } from "@/lib/database/db";
import { inBatches } from "@/lib/database/long-read";
import { startExport } from "@/lib/report/commands/export";
import { report } from "@/lib/report/sheet/report";
import { day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { staying } from "@/tests/support/exports";
import * as make from "@/tests/support/make";

// The rows of a ledger and of a roster are held against their shapes by every test of their pages, whose queries they are.

const today = day("2018-09-04");

/** A cohort of two who completed, certificates issued or not. */
async function completed({ issued = true } = {}) {
  const [clerk, head] = [await make.signer("BASE_STAFF", today), await make.signer("BASE_DIRECTOR", today)];
  const { id: cohortId, enrolments } = await make.examined({ people: 2 });
  const each = <Value>(value: Value) => enrolments.map(() => value);
  const marks = { attended: each(9), theory: each(700), practice: each(700), plans: [] };
  await recordResults(clerk, { cohortId, heldOns: each(today), enrolmentIds: enrolments, versions: each(1), ...marks });
  await decideCompletions(clerk, { cohortId, completing: 2, notCompleting: 0 });
  if (!issued) return cohortId;
  await proposeIssue(clerk, { cohortId });
  const { id: requestId } = await db.certificateRequest.findFirstOrThrow({ where: { cohortId } });
  await approveRequest(head, { requestId });
  return cohortId;
}

test("R52: what a file reads of those who completed has the types its shape says, with and without a certificate", async () => {
  for (const cohortId of [await completed(), await completed({ issued: false })]) {
    const rows = await db.$queryRaw(completedOf({ cohortId }));

    expect(z.array(z.strictObject(completedShape.shape)).parse(rows)).toHaveLength(2);
  }
});

test("a query whose columns are not those of its shape ends the file, and no half of it looks whole", async () => {
  const strange = report({
    kind: "roster",
    permission: "report:export",
    filter: z.object({}),
    columns: { number: { kind: "number", width: 6 } },
    open: async (tx) => ({
      ...{ about: "", screen: "/", lines: [], count: 2, foot: () => [] },
      rows: inBatches(
        tx,
        Prisma.sql`SELECT n::text AS number FROM generate_series(1, 2) AS n`,
        z.object({ number: z.number() }),
      ),
    }),
  });
  const started = await startExport(make.actor(), { report: strange, filter: {}, format: "csv" }, staying);

  await expect(new Response(started?.body).text()).rejects.toThrow();
});
