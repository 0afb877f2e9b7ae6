import { z } from "zod";
import { byNumber } from "@/lib/trainee/schema";
import { halfWidth } from "@/lib/value/text";

/** What the box looks for, in the order in which its answers stand. */
export const groupNames = [
  "trainees",
  "cohorts",
  "courses",
  "lessons",
  "trainers",
  "places",
  "projects",
  "records",
  "months",
] as const;
export type GroupName = (typeof groupNames)[number];

/** The address of the page; what it does not know it leaves out. */
export const searchQuery = z.object({
  q: z
    .string()
    .max(60)
    .transform((typed) => halfWidth(typed).trim())
    .catch("")
    .default(""),
  /** All that one group has, not the first few of each. */
  in: z.enum(groupNames).optional().catch(undefined),
  person: byNumber.person,
  /** R95: of a full number only that it was nobody's, not this role's to ask for, or stood in the address itself. */
  number: z.enum(["none", "nowhere", "address"]).optional().catch(undefined),
});

export type SearchQuery = z.output<typeof searchQuery>;
