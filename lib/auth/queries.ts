import "server-only";
import { z } from "zod";
import { idleMinutes, longestHours } from "@/lib/auth/options";
import { db } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { type Day, dayFromDate, dayOfInstant } from "@/lib/value/calendar";
import { defaultLocale } from "@/lib/wording/locale";
import { isLocale } from "@/lib/wording/messages";
import { Prisma } from "@/prisma/generated/client";
import { Role } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(Role),
  trainerId: z.string().nullable(),
  language: z.string(),
  theme: z.enum(["system", "light", "dark"]),
  density: z.enum(["normal", "compact"]),
  size: z.enum(["normal", "large", "largest"]),
  shortcuts: z.boolean(),
  isDemo: z.boolean(),
  demoDay: z.date().nullable(),
  unseen: z.boolean(),
  untold: z.boolean(),
  shortName: z.string(),
  organiser: z.string(),
  operator: z.string(),
  filingNo: z.string().nullable(),
});

/**
 * I33: the account behind a living sign-in that owes nothing more, with the day it works on, whether it was last seen a minute ago or more,
 * and what the frame says of the base; null as soon as one of the two has ended.
 */
export async function findAccountOf(signInId: string) {
  const [account] = await rows(
    db,
    row,
    Prisma.sql`
    SELECT a.id, a.name, a.role, a.trainer_id, a.language, a.theme, a.density, a.size, a.shortcuts, b.is_demo, b.demo_day,
      b.short_name, b.organiser, b.operator, b.filing_no,
      s.last_seen_at < now() - interval '1 minute' AS unseen,
      EXISTS (
        SELECT FROM submissions m WHERE m.actor_id = a.id AND m.told_at IS NULL AND m.answer ? 'to'
          AND coalesce((m.answer->>'again')::timestamptz, m.at) > now() - interval '10 minutes'
      ) AS untold
    FROM sign_ins s JOIN accounts a ON a.id = s.account_id CROSS JOIN base b
    WHERE s.id = ${signInId}::uuid AND s.awaits IS NULL AND s.ended_at IS NULL AND a.disabled_at IS NULL
      AND s.last_seen_at > now() - make_interval(mins => ${idleMinutes}::int)
      AND s.started_at > now() - make_interval(hours => ${longestHours}::int)`,
  );
  if (!account) return null;

  const { id, name, role, language, demoDay, isDemo, unseen, untold, theme, density, size, shortcuts } = account;
  const { shortName, organiser, operator, filingNo } = account;
  const today: Day = demoDay ? dayFromDate(demoDay) : dayOfInstant(new Date());
  return {
    id,
    name,
    role,
    trainerId: account.trainerId ?? undefined,
    locale: isLocale(language) ? language : defaultLocale,
    today,
    isDemo,
    unseen,
    untold,
    preferences: { theme, density, size, shortcuts },
    base: { shortName, organiser, operator, filingNo },
  };
}

const left = z.object({ left: z.number() });

/** I33: in how many seconds a sign-in ends if nothing more is done with it; 0 where it has. */
export async function findSecondsLeft(signInId: string): Promise<number> {
  const [found] = await rows(
    db,
    left,
    Prisma.sql`
    SELECT extract(epoch FROM least(last_seen_at + make_interval(mins => ${idleMinutes}::int),
      started_at + make_interval(hours => ${longestHours}::int)) - now())::int AS left
    FROM sign_ins WHERE id = ${signInId}::uuid AND ended_at IS NULL`,
  );
  return Math.max(found?.left ?? 0, 0);
}
