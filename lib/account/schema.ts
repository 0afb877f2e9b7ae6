import { z } from "zod";
import { isCommonPassword, leastPassword } from "@/lib/account/rules";
import { roles } from "@/lib/auth/permissions";
import { id, text, version } from "@/lib/command/fields";
import { accountName } from "@/lib/command/read-fields";
import { halfWidth } from "@/lib/value/text";
import type { Locale } from "@/lib/wording/locale";
import { isLocale } from "@/lib/wording/messages";

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
  shortcuts: z
    .enum(["on", "off"], "choose")
    .transform((value) => value === "on")
    .pipe(z.boolean()),
});

export const languageInput = z.object({ language: z.custom<Locale>(isLocale, "choose") });

/** That it is still the same person: the password again, and the code where the account has a second factor. */
export const proofInput = z.object({
  currentPassword: z.string("required").min(1, "required").max(200, "tooLong"),
  factorCode: z
    .string()
    .default("")
    .transform((typed) => halfWidth(typed).replace(/\s/g, ""))
    .pipe(z.string().regex(/^(\d{6})?$/, "factorCode")),
});

export type Proof = z.output<typeof proofInput>;

/** Typed twice, because nobody sees what is typed; whether both agree is said by the rule of the command. */
export const changePasswordInput = z.object({
  ...proofInput.shape,
  newPassword,
  repeatedPassword: z.string("required").min(1, "required"),
});

export const setUpInput = z.object({
  token: z.string().max(100),
  newPassword,
  repeatedPassword: z.string("required").min(1, "required"),
});

const role = z.enum(roles, "choose");

/** The id in an address. */
export const accountId = id;

/** Whose lessons the account of a trainer sees; nobody else's account has one. */
const trainerId = z
  .union([z.literal(""), z.uuid()], "choose")
  .optional()
  .transform((chosen) => chosen || undefined)
  .pipe(z.uuid().optional());

export const inviteAccountInput = z.object({ username, name: accountName, role, trainerId });

const which = { accountId: id, version };

export const manageAccountInput = z.object({ ...which, reason: text(200) });
export const resetAccountInput = z.object(which);
export const endSignInsInput = z.object({ accountId: id });
export const changeRoleInput = z.object({ ...which, role, trainerId, reason: text(200) });

/** What a list of accounts is asked by; an address nobody made is read as well as it can be. */
export const accountFilter = z.object({
  q: z.string().trim().max(60).catch("").default(""),
  role: role.optional().catch(undefined),
  state: z.enum(["ACTIVE", "WAITING", "LOCKED", "DISABLED"]).optional().catch(undefined),
  sort: z
    .enum(["name", "-name", "username", "-username", "role", "-role", "created", "-created"])
    .catch("role")
    .default("role"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  size: z.coerce
    .number()
    .pipe(z.union([z.literal(20), z.literal(50), z.literal(100)]))
    .catch(50)
    .default(50),
});

export type ChangePassword = z.output<typeof changePasswordInput>;
export type AccountFilter = z.output<typeof accountFilter>;
