import { z } from "zod";

/** What a search box sends: where it stands, what was typed, and the other filters of its list, which its page reads. */
export const searchInput = z
  .object({
    path: z
      .string()
      .regex(/^\/[\w-]+(\/[\w-]+)*$/)
      .max(200),
  })
  .catchall(z.string().max(200, "tooLong"));

export const findInput = z.object({ q: z.string().max(100, "tooLong") });
