import "server-only";
import { passwordFits } from "@/lib/account/password";
import { resemblesUsername } from "@/lib/account/rules";
import { db } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";

/** R100: what a password may not be, apart from its shape. */
export function fitPassword(password: string, username: string, field: string): void {
  if (resemblesUsername(password, username)) throw new Refusal("INPUT_WRONG", { field, case: "PASSWORD_IS_NAME" });
}

export function fitRepeated(password: string, repeated: string): void {
  if (password !== repeated) throw new Refusal("INPUT_WRONG", { field: "repeatedPassword", case: "PASSWORD_UNLIKE" });
}

/** R100: none of the account's last five, which the database keeps; costs a hash each, so it stands in the caller's turn. */
export async function fitHistory(password: string, accountId: string): Promise<void> {
  const former = await db.formerPassword.findMany({
    where: { accountId },
    orderBy: { id: "desc" },
    take: passwordsKept,
    select: { hash: true },
  });
  for (const { hash } of former) {
    if (await passwordFits(hash, password))
      throw new Refusal("INPUT_WRONG", { field: "newPassword", case: "PASSWORD_USED", kept: passwordsKept });
  }
}

const passwordsKept = 5;
