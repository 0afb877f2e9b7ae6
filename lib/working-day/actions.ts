"use server";

import { form } from "@/lib/command/form";
import { type Day, yearOf } from "@/lib/value/calendar";
import * as commands from "@/lib/working-day/commands";

export const setCalendarDay = form(commands.setCalendarDay, { after: toYear });
export const clearCalendarDay = form(commands.clearCalendarDay, { after: toYear });

function toYear({ kind, name }: { kind: string; name: string }, { day }: { day: Day }) {
  return { to: `/admin/calendar?year=${yearOf(day)}`, told: { day, kind, name } };
}
