import "server-only";
import { newToken, tokenHash } from "@/lib/account/commands/set-up";
import { setUpHours } from "@/lib/account/rules";
import { type Doer, recordAudit } from "@/lib/audit/record";
import type { Tx } from "@/lib/database/db";

/**
 * R100: takes the password away, which ends every sign-in (I33), and offers a new link; a lock is lifted with it. The last security
 * administrator keeps the old password until the link is used (R101): a link that is lost must not close the portal. Also for the
 * command line of the server.
 */
export async function resetPassword(tx: Tx, doer: Doer, id: string): Promise<string> {
  const token = newToken();
  await tx.$executeRaw`
    UPDATE accounts SET password_hash = CASE WHEN is_last_security(id) THEN password_hash END,
      failed_sign_ins = 0, locked_until = NULL, version = version + 1,
      set_up_token_hash = ${tokenHash(token)}, set_up_expires_at = now() + make_interval(hours => ${setUpHours}::int)
    WHERE id = ${id}::uuid`;
  await tx.$executeRaw`
    UPDATE sign_ins SET ended_at = now(), end_reason = 'ACCOUNT_CHANGED' WHERE account_id = ${id}::uuid AND ended_at IS NULL`;
  await recordAudit(tx, doer, "account.resetPassword", { type: "account", id, after: { hours: setUpHours } });
  return token;
}

/** Also for the command line of the server, where the only security administrator has lost the telephone. */
export async function dropFactor(tx: Tx, doer: Doer, id: string, reason?: string): Promise<void> {
  await tx.account.update({
    where: { id },
    data: { factorSealed: null, factorSince: null, factorStep: null, version: { increment: 1 } },
    select: { id: true },
  });
  await recordAudit(tx, doer, "account.resetFactor", { type: "account", id, reason });
}
