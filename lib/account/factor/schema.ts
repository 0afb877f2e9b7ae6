import { z } from "zod";
import { newPassword, proofInput } from "@/lib/account/schema";
import { halfWidth } from "@/lib/value/text";

/** Also for reports, which stand before accounts. */
export { proofInput };

const from = z.string().max(2_000).default("/");

/** Apps show the six digits in two groups, and Chinese keyboards type them in full width. */
const code = z
  .string("required")
  .transform((typed) => halfWidth(typed).replace(/\s/g, ""))
  .pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^\d{6}$/, "factorCode"),
  );

export const passFactorInput = z.object({ factorCode: code, from });
export const enrolOwnFactorInput = z.object({
  currentPassword: proofInput.shape.currentPassword,
  factorCode: code,
});
/** The page the second factor was asked for on, beside the fields of a command. */
export const fromPage = z.object({ from });
export const skipFactorInput = z.object({ from });
export const renewPasswordInput = z.object({
  factorCode: proofInput.shape.factorCode,
  newPassword,
  repeatedPassword: z.string("required").min(1, "required"),
});
