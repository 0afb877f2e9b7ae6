import "server-only";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";

/** R100: a sign-in ends after 30 idle minutes and after 12 hours whatever happens. */
export const idleMinutes = 30;
export const longestHours = 12;

/** `__Host-` binds the cookie to this very host, and browsers take it over https only. */
export function sessionCookie() {
  const secure = env().address.startsWith("https://");
  return {
    name: secure ? "__Host-portal" : "portal",
    options: { httpOnly: true, secure, sameSite: "lax", path: "/", maxAge: longestHours * 3_600 },
  } as const;
}

/** The token carries nothing but the id of our own sign-in row; the row decides on every request (I33). */
export const tokenOf = (signInId: string): Promise<string> =>
  encode({ token: { sub: signInId }, secret: env().signInSecret, maxAge: longestHours * 3_600 });

/** The id in the token, or undefined when it is forged, foreign or too old. */
export async function signInIdOf(token: string | undefined): Promise<string | undefined> {
  if (!token) return undefined;
  const read = await decode({ token, secret: env().signInSecret }).catch(() => null);
  return read?.sub;
}
