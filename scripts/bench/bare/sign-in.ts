import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { ask } from "./database";

type Account = { id: string; role: string };

/** Who asks, by the sign-in row the cookie names: read anew at every request, as it has to be (I33). */
export async function requireAccount(): Promise<Account> {
  const token = (await cookies()).get("portal")?.value;
  const read = token ? await decode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" }) : null;
  const [account] = read?.sub ? await ask<Account>("sign-in", signedIn, [read.sub]) : [];
  if (!account) throw new Error("nobody is signed in");
  return account;
}

const signedIn = `
  SELECT a.id, a.role FROM sign_ins s JOIN accounts a ON a.id = s.account_id
  WHERE s.id = $1 AND s.ended_at IS NULL AND a.disabled_at IS NULL
    AND s.last_seen_at > now() - interval '30 minutes' AND s.started_at > now() - interval '12 hours'`;
