import "server-only";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import { row } from "@/lib/command/row";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { rows } from "@/lib/database/rows";
import { unseal } from "@/lib/database/seal";
import { holdCohorts, holdPeople } from "@/lib/enrolment/commands/hold";
import { cancelEnrolment } from "@/lib/enrolment/commands/leave";
import { Refusal } from "@/lib/refusal/refusal";
import { placeOf } from "@/lib/roster-import/commands/keep";
import { changeKnown } from "@/lib/roster-import/commands/known";
import { undoImportInput } from "@/lib/roster-import/schema";
import { withdrawTrainee } from "@/lib/trainee/commands/withdraw";
import { findOpened } from "@/lib/trainee/queries/record";
import { warningNames } from "@/lib/trainee/rules/warnings";
import { dayOfInstant } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { type RosterLineEnd, RosterLineKind } from "@/prisma/generated/enums";

const line = z.object({
  number: z.number(),
  traineeId: z.string(),
  kind: z.enum(RosterLineKind),
  version: z.number(),
  beforeSealed: z.string().nullable(),
  enrolmentId: z.string().nullable(),
  enrolmentVersion: z.number().nullable(),
  state: z.string().nullable(),
});
type Line = z.output<typeof line>;
type End = { endedAs: RosterLineEnd; refusal?: string; figures?: object };

/**
 * R81: takes an import back within a day, each line alone: its enrolment is cancelled, what it changed is changed back, whom it brought
 * leaves the register. What was used or changed since is kept, and what a rule forbids is told as it refused.
 */
export const undoImport = command({
  verb: "trainee.undoImport",
  fieldsOf: "rosterImport",
  permission: "trainee:import",
  input: undoImportInput,
  timeout: 60_000,
  async run(tx, actor, { importId, reason }) {
    await hold(tx, "roster_imports", importId);
    const found = await tx.rosterImport.findUnique({
      where: { id: importId },
      select: { cohortId: true, importedAt: true },
    });
    if (!found) throw new Refusal("INPUT_WRONG", { field: "importId", case: "UNKNOWN_IMPORT" });

    await recordAudit(tx, actor, "trainee.undoImport", { type: "rosterImport", id: importId, reason });
    await tx.rosterImport.update({
      where: { id: importId },
      data: { undoneById: actor.id, undoReason: reason },
      select: { id: true },
    });
    if (found.cohortId) await holdCohorts(tx, [found.cohortId]);
    const lines = await listLines(tx, importId);
    await holdPeople(
      tx,
      lines.map(({ traineeId }) => traineeId),
    );
    const counts = { importId, day: dayOfInstant(found.importedAt), TAKEN_BACK: 0, KEPT: 0, STUCK: 0 };
    for (const one of lines.toReversed()) {
      const { endedAs, refusal, figures } = await endOf(tx, actor, importId, one, reason);
      counts[endedAs] += 1;
      await tx.rosterImportLine.update({
        where: { importId_number: { importId, number: one.number } },
        data: { endedAs, beforeSealed: null, ...(refusal && { endRefusal: refusal, endFigures: figures ?? {} }) },
        select: { number: true },
      });
    }
    return counts;
  },
});

const listLines = (tx: Tx, importId: string): Promise<Line[]> =>
  rows(
    tx,
    line,
    Prisma.sql`
    SELECT l.number, l.trainee_id, l.kind, l.version, l.before_sealed, l.enrolment_id, e.version AS enrolment_version, e.state
    FROM roster_import_lines l LEFT JOIN enrolments e ON e.id = l.enrolment_id
    WHERE l.import_id = ${importId}::uuid ORDER BY l.number`,
  );

async function endOf(tx: Tx, actor: Actor, importId: string, one: Line, reason: string): Promise<End> {
  const done = await row(tx, async (): Promise<End> => {
    const place = one.enrolmentId ? await leavePlace(tx, actor, one, reason) : undefined;
    return place ?? takeBack(tx, actor, importId, one, reason);
  });
  if ("outcome" in done) return done.outcome;
  return { endedAs: "STUCK", refusal: done.refusal, figures: done.figures };
}

const kept = (given: string, figures = {}): End => ({
  endedAs: "KEPT",
  refusal: "WRONG_STATE",
  figures: { case: given, ...figures },
});

/** The enrolment of a line is given up as any other is; once the person is in training nothing of the line is undone. */
async function leavePlace(
  tx: Tx,
  actor: Actor,
  { enrolmentId, enrolmentVersion, state }: Line,
  reason: string,
): Promise<End | undefined> {
  if (!enrolmentId || !enrolmentVersion || !state) return undefined;
  if (!["APPLIED", "WAITLISTED", "CONFIRMED"].includes(state)) return kept("IMPORT_USED");
  await cancelEnrolment.run(tx, actor, { enrolmentId, version: enrolmentVersion, reason });
  return undefined;
}

/** What a line did to the register: nothing, a change, or a new person. */
async function takeBack(tx: Tx, actor: Actor, importId: string, line: Line, reason: string): Promise<End> {
  const { traineeId: id, kind, version, number, beforeSealed } = line;
  if (kind === "SAME") return { endedAs: "TAKEN_BACK" };
  const now = await findOpened(tx, id);
  if (now?.version !== version) return kept("IMPORT_CHANGED");
  if (kind === "UPDATE" && !beforeSealed) return kept("IMPORT_FORGOTTEN");
  if (kind === "UPDATE") {
    const told: Record<string, unknown> = JSON.parse(unseal(...placeOf(importId, number), beforeSealed ?? ""));
    const before = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, value ?? undefined]));
    await changeKnown(tx, actor, id, now, { ...before, accepted: [...warningNames] });
    return { endedAs: "TAKEN_BACK" };
  }
  if ((await tx.enrolment.count({ where: { traineeId: id } })) > 0) return kept("IMPORT_ENROLLED");
  await withdrawTrainee(tx, actor, id, reason);
  return { endedAs: "TAKEN_BACK" };
}
