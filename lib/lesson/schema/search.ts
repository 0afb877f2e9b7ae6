import { z } from "zod";
import { code, day, id, tick } from "@/lib/command/fields";

/** The address of the search for a free classroom; what it does not know it leaves out. */
export const freeQuery = z.object({
  periods: z.coerce.number().int().min(1).max(8).catch(4),
  from: day.optional().catch(undefined),
  course: id.optional().catch(undefined),
  kind: code.optional().catch(undefined),
  seats: z.coerce.number().int().min(1).max(200).optional().catch(undefined),
  weekday: z.coerce.number().int().min(1).max(7).optional().catch(undefined),
  half: z.enum(["am", "pm"]).optional().catch(undefined),
  holidays: tick.catch(false),
});

export type FreeQuery = z.output<typeof freeQuery>;

/** The address of the use of classrooms: both ends of a period; what cannot be read is told on the page. */
export const periodQuery = z.object({
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
});
