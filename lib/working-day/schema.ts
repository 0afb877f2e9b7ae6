import { z } from "zod";
import { day, optionalText, text } from "@/lib/command/fields";

export const setCalendarDayInput = z.object({
  day,
  kind: z.enum(["HOLIDAY", "WORK"], "choose"),
  name: text(40),
  documentNo: optionalText(60),
});
export const clearCalendarDayInput = z.object({ day });

/** The year in an address; without one it is this year's calendar. */
export const calendarFilter = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
});
