import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";
import { longestSeconds } from "@/lib/database/long-read";
import type { ExportFilter } from "@/lib/report/schema";
import { addDays } from "@/lib/value/calendar";
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

const pageSize = 30;
const mostCounted = 10_000;

/** One page of all exports, the newest first, with how many fit the filter and where older ones begin. */
export async function listExports({ from, to, who, report, numbers, before }: ExportFilter) {
  const known = who
    ? await db.account.findMany({ where: { name: { contains: who } }, take: 500, select: { id: true } })
    : undefined;
  const where: Prisma.ExportWhereInput = {
    createdAt: {
      ...(from && { gte: new Date(`${from}T00:00:00+08:00`) }),
      ...(to && { lt: new Date(`${addDays(to, 1)}T00:00:00+08:00`) }),
    },
    ...(known && { actorId: { in: known.map(({ id }) => id) } }),
    ...(report && { kind: report }),
    ...(numbers && { isFull: numbers === "whole" }),
  };
  const [counted, rows] = await Promise.all([
    db.export.count({ where, take: mostCounted + 1 }),
    db.export.findMany({
      where: { ...where, ...(before && { id: { lt: before } }) },
      orderBy: { id: "desc" },
      take: pageSize + 1,
      select: listed,
    }),
  ]);
  const names = await namesOf(rows.map(({ actorId }) => actorId));
  const shown = rows.slice(0, pageSize);
  return {
    total: Math.min(counted, mostCounted),
    capped: counted > mostCounted,
    older: rows.length > pageSize ? shown.at(-1)?.id : undefined,
    exports: shown.map((row) => ({ ...row, name: names.get(row.actorId) ?? "", state: stateOf(row) })),
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

export type ExportRow = Awaited<ReturnType<typeof listExports>>["exports"][number];

/** A server that stopped in the middle could not write down that it broke off. */
const stateOf = ({ state, startedAt }: { state: ExportState; startedAt: Date | null }): ExportState =>
  state === "RUNNING" && startedAt && Date.now() - startedAt.getTime() > 2 * longestSeconds * 1_000 ? "FAILED" : state;

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const accounts = await db.account.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}
