import "server-only";
import { z } from "zod";
import { newFactorSecret } from "@/lib/account/factor/totp";
import { inTurn, passwordFits } from "@/lib/account/password";
import {
  type Awaits,
  awaitsOf,
  failuresAllowed,
  hasOneSignIn,
  isPasswordOld,
  lockMinutes,
  minutesUntil,
} from "@/lib/account/sign-in/rules";
import { type SignInInput, signOutInput } from "@/lib/account/sign-in/schema";
import { recordAccess } from "@/lib/audit/record";
import { command } from "@/lib/command/command";
import { db, type Tx, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { keyedHash, seal } from "@/lib/database/seal";
import { Refusal } from "@/lib/refusal/refusal";
import { findParameters } from "@/lib/setting/parameter";
import { dayOfInstant } from "@/lib/value/calendar";

/**
 * R100: lets a person in: the id of the new sign-in comes back. Unknown, disabled and wrong get the same answer after the same work.
 * The look at the locks and the hash share one turn: more guesses sent at once than turns there are do not slip past the lock.
 */
export async function signIn({ username, password }: SignInInput, address: string): Promise<string> {
  return inTurn(async () => {
    await refuseLocked(username, address);
    const account = await db.account.findUnique({
      where: { username },
      select: {
        id: true,
        role: true,
        passwordHash: true,
        disabledAt: true,
        factorSince: true,
        formerPasswords: { orderBy: { id: "desc" }, take: 1, select: { setAt: true } },
      },
    });
    const fits = await passwordFits(account?.passwordHash ?? null, password);

    if (!account || !fits || account.disabledAt) {
      await noteFailure(username, address, account?.id ?? null);
      throw new Refusal("INPUT_WRONG", { field: "username", case: "SIGN_IN" });
    }
    const awaits = awaitsOf({
      role: account.role,
      hasFactor: account.factorSince !== null,
      passwordIsOld: await isOld(account.formerPasswords[0]?.setAt),
    });
    return letIn({ ...account, address, awaits });
  });
}

/** Ends the sign-in at hand; the row stays as a record. */
export const signOut = command({
  verb: "account.signOut",
  permission: "own:preferences",
  input: signOutInput,
  async run(tx, actor) {
    const { signInId: id } = actor;
    await tx.$executeRaw`
      UPDATE sign_ins SET ended_at = now(), end_reason = 'SIGNED_OUT' WHERE id = ${id}::uuid AND ended_at IS NULL`;
    await recordAccess(tx, actor, { verb: "signOut", subjectType: "signIn", subjectId: id });
    return {};
  },
});

const locks = z
  .array(z.object({ now: z.date(), name_until: z.date().nullable(), address_until: z.date().nullable() }))
  .length(1);

/** A user name nobody has is locked after as many failures as a real one, or the lock would tell which is which. */
export async function refuseLocked(username: string, address: string): Promise<void> {
  const rows = await db.$queryRaw`
    SELECT now(),
      greatest(
        (SELECT locked_until FROM accounts WHERE username = ${username} AND locked_until > now()),
        (SELECT max(at) + make_interval(mins => ${lockMinutes.username}::int) FROM access_entries
         WHERE subject_id = ${nameHash(username)} AND verb = 'signIn.failed' AND account_id IS NULL AND at > now() - make_interval(mins => ${lockMinutes.username}::int)
         HAVING count(*) >= ${failuresAllowed.username}::int)) AS name_until,
      (SELECT min(at) + make_interval(mins => ${lockMinutes.address}::int) FROM (
         SELECT at FROM access_entries
         WHERE address = ${address} AND verb = 'signIn.failed' AND at > now() - make_interval(mins => ${lockMinutes.address}::int)
         ORDER BY at DESC LIMIT ${failuresAllowed.address}::int) AS latest
       HAVING count(*) >= ${failuresAllowed.address}::int) AS address_until`;
  const [{ now, name_until, address_until }] = locks.parse(rows) as [z.output<typeof locks>[number]];

  const until = name_until ?? address_until;
  if (!until) return;
  await recordAccess(
    db,
    { id: null, address },
    { verb: "signIn.locked", subjectType: "username", subjectId: nameHash(username) },
  );
  throw new Refusal("TOO_MANY", { field: "username", minutes: minutesUntil(until, now) });
}

/** R102. The name is kept as a hash: now and then somebody types the password into the wrong field. */
export async function noteFailure(username: string, address: string, accountId: string | null): Promise<void> {
  await transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE accounts SET
        failed_sign_ins = CASE WHEN locked_until <= now() THEN 1 ELSE failed_sign_ins + 1 END,
        locked_until = CASE WHEN locked_until <= now() THEN NULL
          WHEN failed_sign_ins + 1 >= ${failuresAllowed.username}::int THEN now() + make_interval(mins => ${lockMinutes.username}::int) END
      WHERE username = ${username}`;
    await recordAccess(
      tx,
      { id: accountId, address },
      { verb: "signIn.failed", subjectType: "username", subjectId: nameHash(username) },
    );
  });
}

/** R100: in days of the clock on the wall; a demo's day stands still, its passwords do not. */
async function isOld(setAt: Date | undefined): Promise<boolean> {
  const now = new Date();
  const days = (await findParameters(db, dayOfInstant(now)))("password_days");
  return setAt !== undefined && isPasswordOld(setAt, days, now);
}

type Known = {
  id: string;
  role: Parameters<typeof hasOneSignIn>[0];
  passwordHash: string | null;
  address: string;
  awaits: Awaits | null;
};

/** The account is held first: one that was disabled or got another password while its hash was tried stays outside. */
async function letIn({ id: accountId, role, passwordHash, address, awaits }: Known): Promise<string> {
  return transaction(async (tx) => {
    // Where a code is still owed the failures stay counted: a known password must not buy more guesses.
    const held = await tx.$executeRaw`
      UPDATE accounts SET failed_sign_ins = CASE WHEN ${awaits === "CODE"} THEN failed_sign_ins ELSE 0 END,
        locked_until = CASE WHEN ${awaits === "CODE"} THEN locked_until END
      WHERE id = ${accountId}::uuid AND password_hash = ${passwordHash} AND disabled_at IS NULL`;
    if (held === 0) throw new Refusal("INPUT_WRONG", { field: "username", case: "SIGN_IN" });
    if (!awaits) return openSignIn(tx, { accountId, role, address });

    await tx.$executeRaw`UPDATE sign_ins SET ended_at = now(), end_reason = 'STARTED_AGAIN' WHERE account_id = ${accountId}::uuid AND awaits IS NOT NULL AND ended_at IS NULL`;
    const id = newId();
    const offeredFactor = awaits === "ENROLMENT" ? seal("sign_ins", "offered_factor", id, newFactorSecret()) : null;
    await tx.signIn.create({ data: { id, accountId, address, awaits, offeredFactor }, select: { id: true } });
    await recordAccess(
      tx,
      { id: accountId, address },
      { verb: "signIn.password", subjectType: "signIn", subjectId: id },
    );
    return id;
  });
}

type Opened = { accountId: string; role: Known["role"]; address: string; verb?: "signIn" | "signIn.withoutFactor" };

/** The sign-in that opens the portal, under an id of its own; an administrator's other ones end. */
export async function openSignIn(tx: Tx, { accountId, role, address, verb = "signIn" }: Opened): Promise<string> {
  if (hasOneSignIn(role)) await endSignIns(tx, accountId);

  const id = newId();
  await tx.signIn.create({ data: { id, accountId, address }, select: { id: true } });
  await recordAccess(tx, { id: accountId, address }, { verb, subjectType: "signIn", subjectId: id });
  return id;
}

const endSignIns = (tx: Tx, accountId: string) =>
  tx.$executeRaw`UPDATE sign_ins SET ended_at = now(), end_reason = 'SIGNED_IN_ELSEWHERE' WHERE account_id = ${accountId}::uuid AND ended_at IS NULL`;

const nameHash = (username: string): string => keyedHash("username", username);
