import { z } from "zod";

/** A wrong shape is answered like a wrong password: whoever guesses learns nothing about user names. */
export const signInInput = z.object({
  username: z
    .string("required")
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(
      z
        .string()
        .min(1, "required")
        .max(64, "tooLong")
        .regex(/^\P{Cc}*$/u, "username"),
    ),
  password: z.string("required").min(1, "required").max(200, "tooLong"),
  from: z.string().max(2_000).default("/"),
});

export const signOutInput = z.object({});

export type SignInInput = z.output<typeof signInInput>;
