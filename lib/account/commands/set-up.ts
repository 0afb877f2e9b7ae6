import "server-only";
import { randomBytes } from "node:crypto";
import { fitPassword, fitRepeated, formerPasswords, hashNew } from "@/lib/account/commands/fit-password";
import { setUpHours } from "@/lib/account/rules";
import { type Doer, recordAudit } from "@/lib/audit/record";
import { snapshot, type Tx, transaction } from "@/lib/database/db";
import { keyedHash } from "@/lib/database/seal";
import { Refusal } from "@/lib/refusal/refusal";

/** The one-time token of a link that sets the password (R100); only its hash is kept, an earlier link is void. */
export async function offerSetUp(doer: Doer, accountId: string): Promise<string> {
  const token = newToken();
  await transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE accounts SET set_up_token_hash = ${tokenHash(token)}, set_up_expires_at = now() + make_interval(hours => ${setUpHours}::int)
      WHERE id = ${accountId}::uuid`;
    await recordAudit(tx, doer, "account.offerSetUp", { type: "account", id: accountId, after: { hours: setUpHours } });
  });
  return token;
}

type SetUp = { token: string; newPassword: string; repeatedPassword: string };

/** Sets the first password by a one-time link; of two who use the same link at once, one comes too late. */
export async function setUpAccount({ token, newPassword, repeatedPassword }: SetUp) {
  const opened = await snapshot(async (tx) => {
    const account = await findByToken(tx, token);
    return account && { account, former: await formerPasswords(tx, account.id) };
  });
  if (!opened) throw new Refusal("INPUT_WRONG", { case: "LINK_OVER" });
  const { account, former } = opened;
  fitRepeated(newPassword, repeatedPassword);
  fitPassword(newPassword, account.username, "newPassword");
  const passwordHash = await hashNew(newPassword, former);

  await transaction(async (tx) => {
    const taken = await tx.account.updateMany({
      where: { id: account.id, setUpTokenHash: tokenHash(token), setUpExpiresAt: { gt: new Date() }, disabledAt: null },
      data: {
        passwordHash,
        setUpTokenHash: null,
        setUpExpiresAt: null,
        failedSignIns: 0,
        lockedUntil: null,
        version: { increment: 1 },
      },
    });
    if (taken.count === 0) throw new Refusal("INPUT_WRONG", { case: "LINK_OVER" });
    await recordAudit(tx, account, "account.setUp", { type: "account", id: account.id });
  });
}

export const findByToken = (tx: Tx, token: string) =>
  tx.account.findFirst({
    where: { setUpTokenHash: tokenHash(token), setUpExpiresAt: { gt: new Date() }, disabledAt: null },
    select: { id: true, username: true, name: true, role: true },
  });

export const newToken = (): string => randomBytes(32).toString("base64url");
export const tokenHash = (token: string): string => keyedHash("set-up", token);
