import "server-only";
import { hashPassword, inTurn, passwordFits } from "@/lib/account/password";
import { resemblesUsername } from "@/lib/account/rules";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";

/** R100: what a password may not be, apart from its shape. */
export function fitPassword(password: string, username: string, field: string): void {
  if (resemblesUsername(password, username)) throw new Refusal("INPUT_WRONG", { field, case: "PASSWORD_IS_NAME" });
}

export function fitRepeated(password: string, repeated: string): void {
  if (password !== repeated) throw new Refusal("INPUT_WRONG", { field: "repeatedPassword", case: "PASSWORD_UNLIKE" });
}

export function refuseSame(password: string, current: string): void {
  if (password === current) throw new Refusal("INPUT_WRONG", { field: "newPassword", case: "PASSWORD_SAME" });
}

/** R100: hashes of the account's last five passwords. Read with what allows the change, or the new password of whoever was quicker counts. */
export const formerPasswords = (tx: Tx, accountId: string): Promise<{ hash: string }[]> =>
  tx.formerPassword.findMany({
    where: { accountId },
    orderBy: { id: "desc" },
    take: passwordsKept,
    select: { hash: true },
  });

/** R100: the hash of a new password that is none of the former ones; costs a hash each, so it waits for its turn. */
export const hashNew = (password: string, former: { hash: string }[]): Promise<string> =>
  inTurn(async () => {
    for (const { hash } of former) {
      if (await passwordFits(hash, password))
        throw new Refusal("INPUT_WRONG", { field: "newPassword", case: "PASSWORD_USED", kept: passwordsKept });
    }
    return hashPassword(password);
  });

const passwordsKept = 5;
