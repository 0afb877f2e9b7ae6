import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { Prisma } from "@/prisma/generated/client";
import { RosterLineEnd, RosterLineKind } from "@/prisma/generated/enums";

const imported = z.object({
  id: z.string(),
  importedAt: z.date(),
  importedBy: z.string().nullable(),
  cohortId: z.string().nullable(),
  cohort: z.string().nullable(),
  registered: z.bigint().transform(Number),
  changed: z.bigint().transform(Number),
  enrolled: z.bigint().transform(Number),
  undoneAt: z.date().nullable(),
  undoneBy: z.string().nullable(),
  undoReason: z.string().nullable(),
  undoable: z.boolean(),
  undoableUntil: z.date(),
});

const asked = (which: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT i.id, i.imported_at, a.name AS imported_by, i.cohort_id, c.number AS cohort, i.undone_at, u.name AS undone_by, i.undo_reason,
    i.undone_at IS NULL AND is_undoable(i.imported_at) AS undoable, i.imported_at + interval '24 hours' AS undoable_until,
    count(*) FILTER (WHERE l.kind = 'NEW') AS registered, count(*) FILTER (WHERE l.kind = 'UPDATE') AS changed,
    count(l.enrolment_id) AS enrolled
  FROM roster_imports i JOIN roster_import_lines l ON l.import_id = i.id
    LEFT JOIN accounts a ON a.id = i.imported_by_id LEFT JOIN accounts u ON u.id = i.undone_by_id LEFT JOIN cohorts c ON c.id = i.cohort_id
  ${which}
  GROUP BY i.id, a.name, u.name, c.number ORDER BY i.imported_at DESC LIMIT 10`;

/** The ten imports that came last, the newest first. */
export const listImports = () => rows(db, imported, asked(Prisma.empty));

export type Import = z.output<typeof imported>;

const line = z.object({
  number: z.number(),
  sheet: z.string().nullable(),
  row: z.number(),
  kind: z.enum(RosterLineKind),
  traineeId: z.string(),
  /** Null once the person has left the register. */
  name: z.string().nullable(),
  isEnrolled: z.boolean(),
  endedAs: z.enum(RosterLineEnd).nullable(),
  endRefusal: z.string().nullable(),
  endFigures: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
});
export type ImportedLine = z.output<typeof line>;

/** One import with its lines in the order of the list; null where there is none. */
export async function findImport(id: string) {
  const [found] = await rows(db, imported, asked(Prisma.sql`WHERE i.id = ${id}::uuid`));
  if (!found) return null;
  const lines = await rows(
    db,
    line,
    Prisma.sql`
    SELECT l.number, l.sheet, l.row, l.kind, l.trainee_id, t.name, l.enrolment_id IS NOT NULL AS is_enrolled, l.ended_as, l.end_refusal, l.end_figures
    FROM roster_import_lines l LEFT JOIN trainees t ON t.id = l.trainee_id
    WHERE l.import_id = ${id}::uuid ORDER BY l.number`,
  );
  return { ...found, lines };
}
