"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/command/action";
import { yearOf } from "@/lib/value/calendar";
import * as mutations from "@/lib/working-day/mutations";
import { clearCalendarDayInput, setCalendarDayInput } from "@/lib/working-day/schema";

export const setCalendarDay = action({
  permission: "code:edit",
  verb: "calendarDay.set",
  input: setCalendarDayInput,
  async run(actor, input) {
    await mutations.setCalendarDay(actor, input);
    revalidatePath("/admin/calendar");
    return { to: `/admin/calendar?year=${yearOf(input.day)}` };
  },
});

export const clearCalendarDay = action({
  permission: "code:edit",
  verb: "calendarDay.clear",
  input: clearCalendarDayInput,
  async run(actor, input) {
    await mutations.clearCalendarDay(actor, input);
    revalidatePath("/admin/calendar");
    return { to: `/admin/calendar?year=${yearOf(input.day)}` };
  },
});
