import { z } from "zod";
import { proofInput } from "@/lib/factor/schema";
import { optionalText } from "@/lib/fields";

export const formats = ["xlsx", "csv"] as const;
export type Format = (typeof formats)[number];

/** What a file stands under in its folder: `roster.xlsx`. */
export const fileName = z
  .string()
  .regex(/^[a-z-]{1,40}\.(xlsx|csv)$/)
  .transform((name) => {
    const [kind = "", format = ""] = name.split(".");
    return { kind, format: format as Format };
  });

/** R93: what whole numbers may be taken for. */
export const purposes = ["REPORTING", "SUBSIDY", "INSPECTION", "ARCHIVE", "OTHER"] as const;
export type Purpose = (typeof purposes)[number];

export const grantInput = z.object({
  report: z.string().regex(/^[a-z-]{1,40}$/),
  query: z.string().max(1_000),
  format: z.enum(formats, "choose"),
  purpose: z.enum(purposes, "choose"),
  purposeText: optionalText(100),
  ...proofInput.shape,
});
