import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import { isLarge } from "@/lib/project/rules";
import { Refusal } from "@/lib/refusal/refusal";
import { findParameters } from "@/lib/setting/parameter";
import type { Day } from "@/lib/value/calendar";
import type { Fen } from "@/lib/value/money";

/** R69: nothing is dated in the future of who writes it down. */
export function refuseFuture(actor: Actor, on: Day, field = "datedOn"): void {
  if (on > actor.today) throw new Refusal("INPUT_WRONG", { field, case: "FUTURE", today: actor.today });
}

/** R60, R73: a total that is hardly meant is written down once the officer ticked that its unit is right; the tick goes into the entry. */
export async function refuseLargeTotal(tx: Tx, actor: Actor, total: Fen, accepted: string[]): Promise<string> {
  if (!isLarge(total, (await findParameters(tx, actor.today))("amount_notice_wan"))) return "";
  if (accepted.includes(warning)) return warning;
  throw new Refusal("INPUT_WRONG", { ...{ field: "accepted", case: "WARNINGS" }, count: 1, warnings: [warning] });
}

const warning = "LARGE_TOTAL";
