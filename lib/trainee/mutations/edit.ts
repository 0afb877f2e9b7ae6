import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { type Tx, transaction } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { type Known, refuseIncomplete, refuseUnanswered, weigh } from "@/lib/trainee/mutations/doubts";
import { columnsOf, writeSearchKeys } from "@/lib/trainee/mutations/row";
import { findOpened } from "@/lib/trainee/queries/record";
import { maskPhone } from "@/lib/trainee/rules/mask";
import { differences } from "@/lib/trainee/rules/noted";
import type { EditTrainee } from "@/lib/trainee/schema";

/** I27: changes what may change; number and birth date never do, and the name of a known number only by the director (R5). */
export async function editTrainee(actor: Actor, input: EditTrainee): Promise<void> {
  const { traineeId: id, version } = input;
  return transaction(async (tx) => {
    const before = await findOpened(tx, id);
    if (!before) throw new Refusal("WRONG_STATE");
    if (before.version !== version) throw await stale(tx, id);
    if (input.name !== before.name && actor.role !== "BASE_DIRECTOR")
      throw new Refusal("NOT_ALLOWED", { field: "name" });

    const next = { ...input, ...keptNumbers(before, input) };
    refuseIncomplete(next, before.birthDay, actor.today);
    const answers = refuseUnanswered(await weigh(tx, actor.today, { ...before, ...next, id }, before), input.accepted);

    const { count } = await tx.trainee.updateMany({
      where: { id, version },
      data: { ...columnsOf(id, next), version: { increment: 1 } },
    });
    if (count === 0) throw await stale(tx, id);

    await tx.traineeSearchKey.deleteMany({ where: { traineeId: id } });
    await writeSearchKeys(tx, id, { ...next, idNumber: before.idNumber });
    const changed = differences(before, next);
    await recordAudit(tx, actor, "trainee.edit", {
      type: "trainee",
      id,
      before: changed.before,
      after: { ...changed.after, ...answers },
    });
  });
}

/** An empty telephone field keeps the number that is known; who has no guardian has no guardian's telephone. */
export function keptNumbers(
  before: Known & { guardianPhone?: string | undefined },
  input: Pick<EditTrainee, "withoutPhone" | "phone" | "guardianName" | "guardianPhone">,
) {
  return {
    phone: input.withoutPhone ? undefined : (input.phone ?? before.phone),
    guardianPhone: input.guardianName ? (input.guardianPhone ?? before.guardianPhone) : undefined,
  };
}

/** I27, U26: what stands there now, and by whom, for the form to set beside what was typed. */
async function stale(tx: Tx, id: string): Promise<Refusal> {
  const now = await findOpened(tx, id);
  const last = await tx.auditEntry.findFirst({
    where: { subjectId: id },
    orderBy: { id: "desc" },
    select: { actorName: true, at: true },
  });
  if (!now) return new Refusal("STALE");

  return new Refusal("STALE", {
    version: now.version,
    by: last?.actorName ?? "",
    at: last?.at.toISOString() ?? "",
    name: now.name,
    nameTibetan: now.nameTibetan ?? "",
    phone: now.phone ? maskPhone(now.phone) : "",
    villageContact: now.villageContact ?? "",
    villageCode: now.villageCode,
    ethnicity: now.ethnicity,
    education: now.education ?? "",
    category: now.category,
    otherCategories: now.otherCategories.join(" "),
    registeredPoor: now.registeredPoor ? "on" : "",
    pensionInsured: now.pensionInsured ? "on" : "",
    guardianName: now.guardianName ?? "",
    guardianPhone: now.guardianPhone ? maskPhone(now.guardianPhone) : "",
    note: now.note,
  });
}
