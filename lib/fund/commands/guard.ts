import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/database/db";
import type { HeldProject } from "@/lib/fund/commands/hold";
import type { Doubt } from "@/lib/fund/queries/second-look";
import { isAnswered, type WarningName } from "@/lib/fund/rules/second-look";
import { Refusal } from "@/lib/refusal/refusal";
import { findParameters } from "@/lib/setting/parameter";
import type { Day } from "@/lib/value/calendar";
import { exactWan, type Fen, spokenCny } from "@/lib/value/money";

/** R73: a cancelled project gets no more money; the approval asks the database again. */
export function refuseCancelled({ id, code, standing }: HeldProject): void {
  if (standing === "CANCELLED")
    throw new Refusal("WRONG_STATE", { field: "projectId", case: "PROJECT_CANCELLED", code, project: id });
}

/** R68: money is arranged for what a project is to reach. */
export function refuseWithoutTarget({ code, target }: HeldProject): void {
  if (target === "") throw new Refusal("INPUT_WRONG", { field: "projectId", case: "NO_TARGET", code });
}

/** Nothing doubtful is handed in before somebody has seen the warnings and ticked them; what was ticked is kept with the record. */
export function refuseUnanswered({ warnings, earlier }: Doubt, accepted: string[] | undefined): WarningName[] {
  if (isAnswered(warnings, accepted)) return warnings;
  throw new Refusal("INPUT_WRONG", {
    ...{ field: "accepted", case: "WARNINGS", count: warnings.length, warnings },
    ...(earlier && { earlier: earlier.href, day: earlier.datedOn, paper: earlier.documentNo }),
  });
}

/** R67, R76: on no day more is paid than was arranged by that day. */
export async function refuseBeforeArranged(tx: Tx, { id, code }: HeldProject, amount: Fen, datedOn: Day) {
  const [row] = await tx.$queryRaw<{ left: bigint }[]>`SELECT arranged_left(${id}::uuid, ${datedOn}::date) AS left`;
  const left = row?.left ?? 0n;
  if (amount <= left) return;
  const may = left > 0n ? left : 0n;
  const figures = { code, day: datedOn, left: exactWan(may), cny: spokenCny(may) };
  throw new Refusal("OVER_APPROPRIATION", { field: "datedOn", case: "BEFORE_ARRANGED", ...figures });
}

/** R67, said early and with the figures; the approval asks the database again. */
export function refuseOverArranged({ code, arranged, disbursed }: HeldProject, amount: Fen): void {
  if (disbursed + amount <= arranged) return;
  throw new Refusal("OVER_APPROPRIATION", {
    field: "amount",
    code,
    arranged: exactWan(arranged),
    disbursed: exactWan(disbursed),
    left: exactWan(arranged - disbursed),
    wanted: exactWan(amount),
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
