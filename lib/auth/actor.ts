import "server-only";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { recordAccess } from "@/lib/audit/record";
import { sessionCookie, signInIdOf } from "@/lib/auth/options";
import { may, mayPropose, type Permission } from "@/lib/auth/permissions";
import { findAccountOf } from "@/lib/auth/queries";
import { db } from "@/lib/database/db";
import type { Day } from "@/lib/value/calendar";
import type { Locale } from "@/lib/wording/locale";
import type { Role } from "@/prisma/generated/enums";

/** Who acts, in which role, on which day (Asia/Shanghai; a demo database stands still on its own day). */
export type Actor = {
  id: string;
  name: string;
  role: Role;
  today: Day;
  locale: Locale;
  signInId: string;
  address: string;
  isDemo: boolean;
  /** Whose lessons are the scope of a trainer; of nobody else. */
  trainerId?: string | undefined;
  /** An act of theirs of which no page has told yet what came of it. */
  untold?: boolean;
  preferences: {
    theme: "system" | "light" | "dark";
    density: "normal" | "compact";
    size: "normal" | "large" | "largest";
    shortcuts: boolean;
  };
};

/** Whoever is signed in, with the base as every frame names it, or null; asked once a request. */
export const findSignedIn = cache(async () => {
  const signInId = await findSignInId();
  const found = signInId ? await findAccountInUse(signInId) : null;
  if (!found || !signInId) return null;

  const { base, ...account } = found;
  const actor: Actor = { ...account, signInId, address: await clientAddress() };
  return { actor, base };
});

/** Whoever is signed in, or null. */
export const findActor = async (): Promise<Actor | null> => (await findSignedIn())?.actor ?? null;

/** I33: a sign-in ends when it was not used for too long; this is a use of it, and one write a minute is exact enough. */
export async function findAccountInUse(id: string) {
  const found = await findAccountOf(id);
  if (!found) return null;

  const { unseen, ...account } = found;
  if (unseen) await db.signIn.update({ where: { id }, data: { lastSeenAt: new Date() }, select: { id: true } });
  return account;
}

/** The sign-in the browser's cookie names, also one that still owes its second factor. */
export const findSignInId = async (): Promise<string | undefined> =>
  signInIdOf((await cookies()).get(sessionCookie().name)?.value);

/** Every page and route begins here: no sign-in leads to the sign-in page and back, a wrong role to the 403 page, and is logged. */
export const requireActor = (permission: Permission): Promise<Actor> => demand(permission, may);

/** The same for a page on which something is put forward: who only approves it finds no form there (R111). */
export const requireProposer = (permission: Permission): Promise<Actor> => demand(permission, mayPropose);

async function demand(permission: Permission, granted: typeof may): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect(`/sign-in?from=${encodeURIComponent(await addressAsked())}`);
  if (granted(actor.role, permission)) return actor;

  await recordAccess(db, actor, { verb: "refused", field: permission });
  forbidden();
}

/** Path and query of the page that is asked for, as the door wrote them down. */
export const addressAsked = async (): Promise<string> => (await headers()).get("x-portal-path") ?? "/";

/** The address the door wrote down: the connection's, or what a configured proxy says of it. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-forwarded-for")?.slice(0, 45) ?? "unknown";
}
