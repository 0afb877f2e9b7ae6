import { z } from "zod";
import { code, day, id, listOf, text, tick } from "@/lib/command/fields";
import { mostTyped } from "@/lib/refusal/answer";
import { warningNames } from "@/lib/trainee/rules/warnings";

/** Of one list: a township in a year. */
export const mostLines = 2_000;

/** A line whose warnings somebody has looked at: its number and their names, `12 PHONE_SHARED`. */
const looked = z
  .string()
  .max(150)
  .transform((text) => {
    const [number, ...warnings] = text.split(" ");
    return { number: Number(number), warnings };
  })
  .pipe(z.object({ number: z.number().int().positive(), warnings: z.array(z.enum(warningNames)) }));

/** `rows` is what is to be written; `seen` the mark of the report that was shown before. */
export const importRosterInput = z.object({
  file: z.file().optional(),
  roster: z.string().max(mostTyped, "tooLong").optional(),
  cohortId: z
    .string()
    .default("")
    .transform((chosen) => chosen || undefined)
    .pipe(id.optional()),
  waits: tick,
  noticeWay: code,
  noticeGivenOn: day,
  rows: z.enum(["CHECK", "ALL", "VALID"], "choose"),
  seen: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  looked: listOf(looked, mostLines),
});

export const undoImportInput = z.object({ importId: id, reason: text(200) });

export type ImportRoster = z.output<typeof importRosterInput>;

/** The address of the page: the cohort the list is for. */
export const importQuery = z.object({ cohort: z.uuid().optional().catch(undefined) });
