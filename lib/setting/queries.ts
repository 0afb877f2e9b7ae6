import "server-only";
import { z } from "zod";
import { mayApprove } from "@/lib/auth/permissions";
import { db } from "@/lib/database/db";
import { type Question, together, told } from "@/lib/database/together";
import { findParameters } from "@/lib/setting/parameter";
import { signatureBy, waitsFor } from "@/lib/setting/rules";
import { type Day, dateFromDay, dayFromDate, yearOf } from "@/lib/value/calendar";
import { firstDay } from "@/lib/value/period";
import { Prisma } from "@/prisma/generated/client";
import { type Role, SettingDomain, SettingState } from "@/prisma/generated/enums";

const toDay = z.date().transform(dayFromDate);

const settingRow = z.object({
  key: z.string(),
  domain: z.enum(SettingDomain).nullable(),
  unit: z.string().nullable(),
  value: z.number(),
  validFrom: toDay,
  reason: z.string(),
  documentNo: z.string().nullable(),
  nextValue: z.number().nullable(),
  nextFrom: toDay.nullable(),
});

/** Every figure with what is in force on a day and what comes next; one without a domain is nobody's to change. */
export async function listSettings(on: Day) {
  const rows = await db.$queryRaw`
    SELECT p.key, k.domain, k.unit, p.value, p.valid_from AS "validFrom", p.reason, p.document_no AS "documentNo", n.value AS "nextValue", n.valid_from AS "nextFrom"
    FROM parameters_on(${dateFromDay(on)}::date) p
    LEFT JOIN setting_kinds k ON k.key = p.key
    LEFT JOIN LATERAL (SELECT value, valid_from FROM parameters WHERE key = p.key AND valid_from > ${dateFromDay(on)}::date ORDER BY valid_from LIMIT 1) n ON true
    ORDER BY k.domain, k.position, p.key`;
  return z.array(settingRow).parse(rows);
}

export type Setting = Awaited<ReturnType<typeof listSettings>>[number];

/** A figure with its limits and every value it had, has and will have, the newest first. */
export async function findSetting(key: string) {
  const [kind, values] = await Promise.all([
    db.settingKind.findUnique({
      where: { key },
      select: { domain: true, unit: true, least: true, most: true },
    }),
    db.parameter.findMany({
      where: { key },
      orderBy: { validFrom: "desc" },
      select: { value: true, validFrom: true, reason: true, documentNo: true },
    }),
  ]);
  if (!kind && values.length === 0) return null;
  return { key, kind, values: values.map((value) => ({ ...value, validFrom: dayFromDate(value.validFrom) })) };
}

const changeRow = z.object({
  id: z.string(),
  key: z.string(),
  domain: z.enum(SettingDomain),
  unit: z.string(),
  validFrom: told.day,
  value: z.number(),
  previous: z.number().nullable(),
  reason: z.string(),
  documentNo: z.string(),
  state: z.enum(SettingState),
  createdById: z.string(),
  createdAt: told.moment,
  decidedAt: told.moment.nullable(),
  stateReason: z.string().nullable(),
  version: z.number(),
  proposer: z.string().nullable(),
  director: z.string().nullable(),
  reviewer: z.string().nullable(),
  leader: z.string().nullable(),
  decider: z.string().nullable(),
});

/** Changes that were proposed, the newest first: of one figure, or only those that wait; for a page that asks others with them. */
export const changesOf = ({ key, open = false }: { key?: string; open?: boolean }): Question<typeof changeRow> => ({
  asks: Prisma.sql`
    SELECT c.id, c.key, k.domain, k.unit, c.valid_from, c.value, c.previous, c.reason, c.document_no, c.state,
      c.created_by_id, c.created_at, c.decided_at, c.state_reason, c.version,
      p.name AS proposer, d.name AS director, r.name AS reviewer, l.name AS leader, e.name AS decider
    FROM setting_changes c JOIN setting_kinds k ON k.key = c.key
    LEFT JOIN accounts p ON p.id = c.created_by_id LEFT JOIN accounts d ON d.id = c.director_id LEFT JOIN accounts r ON r.id = c.reviewer_id
    LEFT JOIN accounts l ON l.id = c.leader_id LEFT JOIN accounts e ON e.id = c.decided_by_id
    WHERE (${key ?? null}::text IS NULL OR c.key = ${key ?? null}) AND (NOT ${open} OR c.state = 'PROPOSED')
    ORDER BY c.created_at DESC, c.id DESC LIMIT 200`,
  shape: changeRow,
});

/** They by themselves. */
export const listChanges = async (of: { key?: string; open?: boolean }) =>
  (await together(db, { changes: changesOf(of) })).changes;

/** R24, R61: changes of figures that wait for this person's signature. */
export const listChangesToSign = async (actor: { id: string; role: Role }) =>
  mayApprove(actor.role, "setting:change")
    ? (await listChanges({ open: true })).filter((change) => waitsFor(actor, change))
    : [];

export type Change = z.output<typeof changeRow>;

/** The years whose capacity may still be changed, with what they hold; one nobody has planned in yet stands as it would begin. */
export async function listCapacities(today: Day) {
  const first = yearOf(today);
  const years = [0, 1, 2, 3].map((step) => first + step);
  const [known, ...figures] = await Promise.all([
    db.trainingYear.findMany({
      where: { year: { in: years } },
      select: { year: true, capacity: true, held: true, planned: true },
    }),
    ...years.map((year) => findParameters(db, firstDay(year))),
  ]);
  return years.map(
    (year, n) =>
      known.find((one) => one.year === year) ?? {
        year,
        capacity: figures[n]?.("annual_capacity") ?? 0,
        held: 0,
        planned: 0,
      },
  );
}

/** How many changes wait for this role's signature. */
export async function countToSign(role: Role): Promise<number> {
  const open = await db.settingChange.findMany({
    where: { state: "PROPOSED" },
    select: { directorId: true, reviewerId: true, leaderId: true, kind: { select: { domain: true } } },
  });
  return open.filter(({ kind, ...signed }) => {
    const signature = signatureBy(role, kind.domain);
    return signature !== undefined && signed[signature] === null;
  }).length;
}
