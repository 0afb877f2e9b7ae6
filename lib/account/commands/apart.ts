import "server-only";
import { administrators } from "@/lib/account/rules";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import type { Role } from "@/prisma/generated/enums";

/**
 * I34: nobody holds two of the three administrators, not by a second account either; says which account stands in the way.
 * Whom this look misses, because both come at once, the constraint `administrators_stay_apart` refuses.
 */
export async function refuseMixedRoles(tx: Tx, { name, role }: { name: string; role: Role }) {
  if (!administrators.includes(role)) return;

  const other = await tx.account.findFirst({
    where: { name, disabledAt: null, role: { in: administrators.filter((one) => one !== role) } },
    orderBy: { username: "asc" },
    select: { username: true },
  });
  if (other)
    throw new Refusal("INPUT_WRONG", { field: "role", case: "ADMIN_ROLES_MIXED", name, username: other.username });
}
