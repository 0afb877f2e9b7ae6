import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { type Day, dateFromDay } from "@/lib/value/calendar";
import type { SetCalendarDay } from "@/lib/working-day/schema";

/** Makes a day a holiday or a make-up day; one that was entered already is corrected. */
export async function setCalendarDay(actor: Actor, { day, dayKind: kind, dayName: name }: SetCalendarDay) {
  await transaction(async (tx) => {
    const at = dateFromDay(day);
    const before = await tx.calendarDay.findUnique({ where: { day: at }, select: { kind: true, name: true } });
    await tx.calendarDay.upsert({
      where: { day: at },
      create: { day: at, kind, name },
      update: { kind, name },
      select: { day: true },
    });
    await recordAudit(tx, actor, "calendarDay.set", {
      type: "calendarDay",
      id: day,
      ...(before && { before: { dayKind: before.kind, dayName: before.name } }),
      after: { dayKind: kind, dayName: name },
    });
  });
}

/** Takes an entry back: the day is what its weekday says. */
export async function clearCalendarDay(actor: Actor, { day }: { day: Day }) {
  await transaction(async (tx) => {
    const at = dateFromDay(day);
    const before = await tx.calendarDay.findUnique({ where: { day: at }, select: { kind: true, name: true } });
    const cleared = await tx.calendarDay.deleteMany({ where: { day: at } });
    if (!before || cleared.count === 0) throw new Refusal("WRONG_STATE");
    await recordAudit(tx, actor, "calendarDay.clear", {
      type: "calendarDay",
      id: day,
      before: { dayKind: before.kind, dayName: before.name },
    });
  });
}
