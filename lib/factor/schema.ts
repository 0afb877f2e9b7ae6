import { z } from "zod";
import { newPassword } from "@/lib/account/schema";
import { halfWidth } from "@/lib/text";

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

/** Password again, and the code where the account has one. */
export const proofInput = z.object({
  currentPassword: z.string("required").min(1, "required").max(200, "tooLong"),
  factorCode: z
    .string()
    .default("")
    .transform((typed) => halfWidth(typed).replace(/\s/g, ""))
    .pipe(z.string().regex(/^(\d{6})?$/, "factorCode")),
});

export type Proof = z.output<typeof proofInput>;

export const passFactorInput = z.object({ factorCode: code, from });
export const skipFactorInput = z.object({ from });
export const renewPasswordInput = z.object({
  newPassword,
  repeatedPassword: z.string("required").min(1, "required"),
});
