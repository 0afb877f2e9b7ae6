import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import { later } from "@/lib/database/direct";
import { newId } from "@/lib/database/id";
import { seal } from "@/lib/database/seal";
import type { Reported } from "@/lib/roster-import/commands/import";
import { Prisma } from "@/prisma/generated/client";

type Written = { lines: Reported[]; cohortId: string | undefined };

/** What an import did, line by line, so that it can be undone within a day; of older ones nothing is kept but whom they named. */
export async function keepImport(tx: Tx, actor: Actor, { lines, cohortId }: Written): Promise<void> {
  const id = newId();
  const did = lines.filter(({ kind, open, place }) => !open && (kind === "NEW" || kind === "UPDATE" || isIn(place)));
  if (did.length === 0) return;

  const enrolments = cohortId ? await findEnrolments(tx, cohortId, did) : new Map<string, string>();
  await recordAudit(tx, actor, "trainee.import", { type: "rosterImport", id, after: { rows: did.length } });
  await tx.rosterImport.create({
    data: { id, importedById: actor.id, cohortId: cohortId ?? null },
    select: { id: true },
  });
  await tx.rosterImportLine.createMany({
    data: did.map(({ number, line, kind, traineeId = "", version, before, place }) => ({
      importId: id,
      number,
      sheet: line.at.sheet ?? null,
      row: line.at.row,
      traineeId,
      kind: kind === "NEW" || kind === "UPDATE" ? kind : "SAME",
      version,
      beforeSealed: before ? seal(...placeOf(id, number), JSON.stringify(before, nothingSaid)) : null,
      enrolmentId: (isIn(place) && enrolments.get(traineeId)) || null,
    })),
  });
  later(
    tx,
    Prisma.sql`
    UPDATE roster_import_lines l SET before_sealed = NULL FROM roster_imports i
    WHERE i.id = l.import_id AND l.before_sealed IS NOT NULL AND NOT is_undoable(i.imported_at)`,
  );
}

/** What did not stand there is said as well, or it could not be taken away again. */
const nothingSaid = (_: string, value: unknown) => (value === undefined ? null : value);

/** Where what stood before a line is sealed for. */
export const placeOf = (importId: string, number: number): [table: string, column: string, row: string] => [
  "roster_import_lines",
  "before",
  `${importId} ${number}`,
];

const isIn = (place: Reported["place"]): boolean => Boolean(place && "state" in place);

async function findEnrolments(tx: Tx, cohortId: string, lines: Reported[]): Promise<Map<string, string>> {
  const traineeIds = lines.flatMap(({ traineeId }) => (traineeId ? [traineeId] : []));
  const found = await tx.enrolment.findMany({
    where: { cohortId, traineeId: { in: traineeIds } },
    select: { id: true, traineeId: true },
  });
  return new Map(found.map(({ id, traineeId }) => [traineeId, id]));
}
