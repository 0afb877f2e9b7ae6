import { z } from "zod";
import { proofInput } from "@/lib/account/factor/schema";
import { optionalText } from "@/lib/command/fields";
import { parseDay } from "@/lib/value/calendar";

export const formats = ["xlsx", "csv"] as const;
export type Format = (typeof formats)[number];

/** R82: a spreadsheet that opens text turns the end of a long number into 0, so whole numbers leave as a workbook only. */
export const fullFormat = "xlsx" satisfies Format;

/** R93: what whole numbers may be taken for. */
export const purposes = ["REPORTING", "SUBSIDY", "INSPECTION", "ARCHIVE", "OTHER"] as const;
/** R98: handed to the person concerned; asked for on that person's own page only. */
export type Purpose = (typeof purposes)[number] | "OWN_DATA";

/** R98: one person's own data, the one file whose whole numbers leave as text that no spreadsheet opens (R82). */
export const ownDataExport = { kind: "own-data" } as const;

export const grantInput = z.object({
  report: z.string().regex(/^[a-z-]{1,40}$/),
  query: z.string().max(1_000),
  purpose: z.enum(purposes, "choose"),
  purposeText: optionalText(100),
  ...proofInput.shape,
});

const day = z
  .string()
  .transform((typed) => parseDay(typed))
  .optional()
  .catch(undefined);

/** What the list of exports is asked by; an address nobody made is read as well as it can be. */
export const exportFilter = z.object({
  from: day,
  to: day,
  who: z.string().trim().max(60).catch("").default(""),
  report: z.string().max(40).optional().catch(undefined),
  numbers: z.enum(["masked", "whole"]).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

export type ExportFilter = z.output<typeof exportFilter>;
