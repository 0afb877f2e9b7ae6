import "server-only";
import { z } from "zod";
import { findCalled, findNames, readPage, spanOf } from "@/lib/audit/queries/log";
import { db } from "@/lib/database/db";
import { longestSeconds } from "@/lib/database/long-read";
import type { ExportFilter } from "@/lib/report/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { ExportState } from "@/prisma/generated/enums";

/** How far an export of this account has come, or null. */
export async function findOwnExport(actorId: string, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  return db.export.findFirst({ where: { id, actorId }, select: { state: true, rows: true, total: true } });
}

/** How long whole numbers stay granted; the database keeps to it. */
const grantMinutes = 5;

/** A grant of this account and whether it can still be used, or null. */
export async function findGrant(actorId: string, id: string | string[] | undefined) {
  if (!z.uuid().safeParse(id).success) return null;
  const found = await db.export.findFirst({
    where: { id: String(id), actorId, isFull: true },
    select: { id: true, state: true, createdAt: true },
  });
  if (!found) return null;

  const { state, createdAt, ...grant } = found;
  const isOpen = state === "GRANTED" && Date.now() - createdAt.getTime() < grantMinutes * 60_000;
  return { ...grant, isOpen };
}

/** One page of all exports. */
export async function listExports({ from, to, who, report, numbers, before }: ExportFilter) {
  const called = await findCalled(db, who);
  const where: Prisma.ExportWhereInput = {
    createdAt: spanOf(from, to),
    ...(called && { actorId: { in: called } }),
    ...(report && { kind: report }),
    ...(numbers && { isFull: numbers === "whole" }),
  };
  const { entries, ...page } = await readPage(before, {
    count: (take) => db.export.count({ where, take }),
    read: ({ older, take }) =>
      db.export.findMany({ where: { ...where, ...older }, orderBy: { id: "desc" }, take, select: listed }),
  });
  const names = await findNames(entries.map(({ actorId }) => actorId));
  return {
    ...page,
    entries: entries.map((row) => ({ ...row, name: names.get(row.actorId) ?? "", state: stateOf(row) })),
  };
}

const listed = {
  id: true,
  createdAt: true,
  actorId: true,
  kind: true,
  format: true,
  isFull: true,
  purpose: true,
  purposeText: true,
  state: true,
  rows: true,
  total: true,
  startedAt: true,
} as const;

export type ExportRow = Awaited<ReturnType<typeof listExports>>["entries"][number];

/** A server that stopped in the middle could not write down that it broke off. */
const stateOf = ({ state, startedAt }: { state: ExportState; startedAt: Date | null }): ExportState =>
  state === "RUNNING" && startedAt && Date.now() - startedAt.getTime() > 2 * longestSeconds * 1_000 ? "FAILED" : state;
