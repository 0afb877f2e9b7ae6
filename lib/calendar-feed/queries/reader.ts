import "server-only";
import { z } from "zod";
import { nameOfFeed } from "@/lib/calendar-feed/queries/feeds";
import { mayFollow, scopeOf } from "@/lib/calendar-feed/rules/reach";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { dayFromDate, dayOfInstant } from "@/lib/value/calendar";
import { defaultLocale } from "@/lib/wording/locale";
import { isLocale } from "@/lib/wording/messages";
import { Prisma } from "@/prisma/generated/client";
import { Role } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  classroomNumber: z.number().nullable(),
  trainerId: z.string().nullable(),
  cohortId: z.string().nullable(),
  name: z.string().nullable(),
  role: z.enum(Role),
  ownTrainerId: z.string().nullable(),
  language: z.string(),
  base: z.string(),
  demoDay: z.date().nullable(),
});

/** I33: the living address behind a hash, of an account that is in use and may still see these lessons; asked at every fetch. */
export async function findReader(secretHash: string) {
  const [found] = await rows(
    db,
    row,
    Prisma.sql`
    SELECT f.id, f.classroom_number, f.trainer_id, f.cohort_id, ${nameOfFeed} AS name, a.role, a.trainer_id AS own_trainer_id,
      a.language, b.short_name AS base, b.demo_day
    FROM calendar_feeds f JOIN accounts a ON a.id = f.account_id CROSS JOIN base b
    WHERE f.secret_hash = ${secretHash} AND f.ended_at IS NULL AND a.disabled_at IS NULL`,
  );
  if (!found) return null;

  const { id, name, base, role, ownTrainerId, language, demoDay } = found;
  const of = scopeOf(found);
  if (!mayFollow({ role, trainerId: ownTrainerId }, of)) return null;
  const locale = isLocale(language) ? language : defaultLocale;
  return { id, of, name, base, locale, today: demoDay ? dayFromDate(demoDay) : dayOfInstant(new Date()) };
}
