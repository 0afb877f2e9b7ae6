import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db";
import type { HeldProject } from "@/lib/fund/mutations/hold";
import { type Fen, formatWan } from "@/lib/money";
import { findParameters } from "@/lib/parameter";
import { Refusal } from "@/lib/refusal";

/** R73: a cancelled project gets no more money; the approval asks the database again. */
export function refuseCancelled({ id, code, standing }: HeldProject): void {
  if (standing === "CANCELLED")
    throw new Refusal("WRONG_STATE", { field: "projectId", case: "PROJECT_CANCELLED", code, project: id });
}

/** R67, said early and with the figures; the approval asks the database again. */
export function refuseOverArranged({ code, arranged, disbursed }: HeldProject, amount: Fen): void {
  if (disbursed + amount <= arranged) return;
  throw new Refusal("OVER_APPROPRIATION", {
    field: "amount",
    code,
    arranged: formatWan(arranged),
    disbursed: formatWan(disbursed),
    left: formatWan(arranged - disbursed),
    wanted: formatWan(amount),
  });
}

/** R70: a payment before the works have begun, or beyond 97 % of a building before it is handed over, needs its basis. */
export async function refuseUnfounded(tx: Tx, actor: Actor, project: HeldProject, amount: Fen, reason: string | null) {
  if (reason) return;
  if (project.state === null || project.state === "NOT_STARTED")
    throw new Refusal("INPUT_WRONG", { field: "exceptionReason", case: "ADVANCE" });

  const percent = (await findParameters(tx, actor.today))("paid_before_defects_percent");
  const isNearEnd = (project.disbursed + amount) * 100n > project.arranged * BigInt(percent);
  if (project.is_construction && project.state !== "HANDED_OVER" && isNearEnd)
    throw new Refusal("INPUT_WRONG", {
      field: "exceptionReason",
      case: "RETENTION",
      percent,
    });
}
