import { z } from "zod";
import { parseDay } from "@/lib/value/calendar";

const day = z
  .string()
  .transform((typed) => parseDay(typed))
  .optional()
  .catch(undefined);
const word = z.string().trim().max(60).catch("").default("");

/** A list that only grows is read from the newest back: `before` is the last entry of the page at hand. */
const before = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt)
  .optional()
  .catch(undefined);

/** What the audit is asked by; an address nobody made is read as well as it can be. */
export const auditFilter = z.object({
  from: day,
  to: day,
  who: word,
  verb: word,
  subject: word,
  id: word,
  before,
});

export const accessKinds = ["SIGN_IN", "FAILURE", "REVEAL", "EXPORT", "REFUSED"] as const;

export const accessFilter = z.object({
  from: day,
  to: day,
  who: word,
  kind: z.enum(accessKinds).optional().catch(undefined),
  id: word,
  before,
});

export type AuditFilter = z.output<typeof auditFilter>;
export type AccessFilter = z.output<typeof accessFilter>;
export type AccessKind = (typeof accessKinds)[number];

/** What a log is asked by, as its file is asked for it; the page at hand stays out. */
export function askedOf({ before: _, ...filter }: AuditFilter | AccessFilter): string {
  const asked = Object.entries(filter).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  return String(new URLSearchParams(asked));
}
