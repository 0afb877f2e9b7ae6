import "server-only";
import { z } from "zod";
import { factorAddress, secretOf } from "@/lib/account/factor/totp";
import { type Actor, clientAddress, findSignInId } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { keyedHash, unseal } from "@/lib/database/seal";
import { env } from "@/lib/env";
import { Role } from "@/prisma/generated/enums";

/** How long a right password waits for what it still owes. */
const waitMinutes = 10;

const row = z.object({
  accountId: z.string(),
  username: z.string(),
  name: z.string(),
  role: z.enum(Role),
  awaits: z.enum(["PASSWORD", "CODE", "ENROLMENT"]),
  offeredFactor: z.string().nullable(),
  isDemo: z.boolean(),
  hasFactor: z.boolean(),
});

/** The sign-in of this browser that brought the right password and still owes something; null as soon as it is used or too old. */
export async function findPending() {
  const id = await findSignInId();
  return id ? findPendingSignIn(id, await clientAddress()) : null;
}

/** A demo account is one only in a demo base: the same row in a real one is an account like any other. */
export async function findPendingSignIn(id: string, address: string) {
  const found = await db.$queryRaw`
    SELECT a.id AS "accountId", a.username, a.name, a.role, s.awaits, s.offered_factor AS "offeredFactor", a.is_demo AND b.is_demo AS "isDemo",
      a.factor_sealed IS NOT NULL AS "hasFactor"
    FROM sign_ins s JOIN accounts a ON a.id = s.account_id CROSS JOIN base b
    WHERE s.id = ${id}::uuid AND s.awaits IS NOT NULL AND s.ended_at IS NULL AND a.disabled_at IS NULL
      AND s.started_at > now() - make_interval(mins => ${waitMinutes}::int)`;
  const [pending] = z.array(row).parse(found);
  return pending ? { ...pending, id, address } : null;
}

export type Pending = NonNullable<Awaited<ReturnType<typeof findPendingSignIn>>>;

/** The secret a pending sign-in offers, as text and as what an app reads off the screen; the host keeps the picture coarse enough for any camera. */
export function readOffered({ id, offeredFactor, username }: Pending) {
  if (!offeredFactor) return null;
  const secret = unseal("sign_ins", "offered_factor", id, offeredFactor);
  return { secret, address: factorAddress(secret, new URL(env().address).hostname, username) };
}

/** The secret offered to a sign-in that is open: made out of its id, so that showing it writes nothing, and another one with each sign-in. */
export const offeredTo = ({ signInId }: Pick<Actor, "signInId">): string =>
  secretOf(Buffer.from(keyedHash("offered-factor", signInId), "base64url"));

/** The same as a person types it and as an app reads it off the screen. */
export async function findOffer(actor: Actor) {
  const { username } = await db.account.findUniqueOrThrow({ where: { id: actor.id }, select: { username: true } });
  const secret = offeredTo(actor);
  return { username, secret, address: factorAddress(secret, new URL(env().address).hostname, username) };
}
