import { z } from "zod";
import { isCommonPassword, leastPassword } from "@/lib/account/rules";
import { locales } from "@/lib/wording/locale";

/** Letters of any script would do, but people type a user name on whatever keyboard stands there. */
export const username = z
  .string("required")
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^[a-z][a-z0-9._-]{1,31}$/, "username"),
  );

/** R100; a password is taken as it was typed, no space is cut off. */
export const newPassword = z
  .string("required")
  .min(1, "required")
  .max(200, "tooLong")
  .refine((password) => [...password].length >= leastPassword, {
    message: "passwordShort",
    params: { least: leastPassword },
  })
  .refine((password) => !isCommonPassword(password), { message: "passwordCommon" });

export const preferencesInput = z.object({
  theme: z.enum(["system", "light", "dark"], "choose"),
  density: z.enum(["normal", "compact"], "choose"),
  size: z.enum(["normal", "large", "largest"], "choose"),
  shortcuts: z.enum(["on", "off"], "choose"),
});

export const languageInput = z.object({ language: z.enum(locales, "choose") });

const currentPassword = z.string("required").min(1, "required").max(200, "tooLong");

/** Typed twice, because nobody sees what is typed; whether both agree is said by the mutation's rule. */
export const changePasswordInput = z.object({
  currentPassword,
  newPassword,
  repeatedPassword: z.string("required").min(1, "required"),
});

export const setUpInput = z.object({
  token: z.string().max(100),
  newPassword,
  repeatedPassword: z.string("required").min(1, "required"),
});

export type Preferences = z.output<typeof preferencesInput>;
