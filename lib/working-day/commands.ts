import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { toldOf } from "@/lib/audit/rules";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";
import { clearCalendarDayInput, setCalendarDayInput } from "@/lib/working-day/schema";

/** Makes a day a holiday or a make-up day; one that was entered already is corrected. */
export const setCalendarDay = command({
  verb: "calendarDay.set",
  permission: "code:edit",
  input: setCalendarDayInput,
  async run(tx, actor, { day: id, documentNo = "", ...said }) {
    const day = dateFromDay(id);
    const entry = { ...said, documentNo };
    const before = await findEntry(tx, day);
    await tx.calendarDay.upsert({ where: { day }, create: { day, ...entry }, update: entry, select: { day: true } });
    await recordAudit(tx, actor, "calendarDay.set", {
      ...{ type: "calendarDay", id },
      ...(before && { before: toldOf(before) }),
      after: toldOf(entry),
    });
    return entry;
  },
});

/** Takes an entry back: the day is what its weekday says. */
export const clearCalendarDay = command({
  verb: "calendarDay.clear",
  permission: "code:edit",
  input: clearCalendarDayInput,
  async run(tx, actor, { day: id }) {
    const day = dateFromDay(id);
    const before = await findEntry(tx, day);
    const cleared = await tx.calendarDay.deleteMany({ where: { day } });
    if (!before || cleared.count === 0) throw new Refusal("WRONG_STATE");
    await recordAudit(tx, actor, "calendarDay.clear", { type: "calendarDay", id, before: toldOf(before) });
    return before;
  },
});

/** What was entered for a day. */
const findEntry = (tx: Tx, day: Date) =>
  tx.calendarDay.findUnique({ where: { day }, select: { kind: true, name: true, documentNo: true } });
