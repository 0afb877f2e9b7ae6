import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove } from "@/lib/auth/permissions";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { refuseOtherVersion } from "@/lib/database/hold";
import { type DecideSeveralInput, decideSeveralInput } from "@/lib/enrolment/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { confirmLate } from "./confirm";
import { type PersonResult, resultOf, type State } from "./enrol-several";
import { type HeldEnrolment, holdCohorts, holdEnrolments } from "./hold";
import { rejectApplication } from "./leave";
import { approveTransfer, declineTransfer } from "./transfer";

/** What one line of the list showed, and the reason that goes with it. */
type Line = { version: number; needs: DecideSeveralInput["needs"][number]; reason: string };

/**
 * R28, R34: what waits for an approval, decided for several people in the order of the queue. Each is approved or not by himself,
 * under the same rules as on a page of his own: other than the creator (I16), as it was shown (I27), for the reasons shown (I42).
 */
export const decideSeveral = command({
  verb: "enrolment.decideSeveral",
  permission: "enrolment:late",
  as: "approver",
  input: decideSeveralInput,
  async run(tx, actor, input) {
    const lines = linesOf(input);
    const asked = await tx.enrolment.findMany({
      where: { id: { in: [...lines.keys()] }, cohortId: input.cohortId },
      select: { id: true, transferToId: true },
    });
    await holdCohorts(tx, [input.cohortId, ...asked.flatMap(({ transferToId }) => transferToId ?? [])]);
    const held = await holdEnrolments(
      tx,
      asked.map(({ id }) => id),
    );

    const results: PersonResult[] = [];
    for (const enrolment of held) {
      const line = lines.get(enrolment.id) as Line;
      results.push(await resultOf(tx, enrolment.id, () => decideOne(tx, actor, input, enrolment, line)));
    }
    return results;
  },
});

async function decideOne(
  tx: Tx,
  actor: Actor,
  { decision, place }: DecideSeveralInput,
  held: HeldEnrolment,
  { version: shown, needs, reason }: Line,
): Promise<State> {
  refuseOtherVersion(held, shown, { field: "enrolmentId" });
  // The decision about the one before may have asked this one for his approval, which makes a version of its own.
  const { version } = await tx.enrolment.findUniqueOrThrow({ where: { id: held.id }, select: { version: true } });
  const one = { enrolmentId: held.id, reason, version };

  if (held.transferToId) {
    if (!mayApprove(actor.role, "enrolment:transferLate")) throw new Refusal("NOT_ALLOWED", { field: "enrolmentId" });
    if (decision === "APPROVE") await approveTransfer.run(tx, actor, one);
    else await declineTransfer.run(tx, actor, one);
    return decision === "APPROVE" ? "MOVED" : "STAYS";
  }
  if (decision === "APPROVE") return (await confirmLate.run(tx, actor, { ...one, place, needs })).state;
  await rejectApplication.run(tx, actor, one);
  return "REJECTED";
}

/** The lines that were ticked, each with its own reason or the common one; columns that do not match are nobody's form. */
function linesOf({ enrolmentIds, asked, versions, needs, reasons, reason }: DecideSeveralInput): Map<string, Line> {
  const columns = [versions, needs, reasons];
  if (new Set(asked).size < asked.length || columns.some(({ length }) => length !== asked.length))
    throw new Refusal("INPUT_WRONG");

  const lines = enrolmentIds.map((id): [string, Line] => {
    const n = asked.indexOf(id);
    if (n < 0) throw new Refusal("INPUT_WRONG");
    const why = reasons[n] ?? reason;
    if (!why) throw new Refusal("INPUT_WRONG", { field: "reason", case: "REASONS_MISSING" });
    return [id, { version: versions[n] as number, needs: needs[n] ?? [], reason: why }];
  });
  return new Map(lines);
}
