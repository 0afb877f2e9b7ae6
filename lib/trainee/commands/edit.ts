import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { command } from "@/lib/command/command";
import { refuseOvertaken } from "@/lib/command/overtaken";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { type Known, refuseIncomplete, refuseUnanswered, weigh } from "@/lib/trainee/commands/doubts";
import { columnsOf, writeSearchKeys } from "@/lib/trainee/commands/row";
import { findOpened } from "@/lib/trainee/queries/record";
import { maskPhone } from "@/lib/trainee/rules/mask";
import { differences } from "@/lib/trainee/rules/noted";
import { type EditTrainee, editTraineeInput } from "@/lib/trainee/schema";

/** I27: changes what may change; number and birth date never do, and the name of a known number only by the director (R5). */
export const editTrainee = command({
  verb: "trainee.edit",
  permission: "trainee:edit",
  input: editTraineeInput,
  async run(tx, actor, input) {
    const { traineeId: id, version } = input;
    const before = await findOpened(tx, id);
    if (!before) throw new Refusal("WRONG_STATE");
    if (before.version !== version) await refuseStale(tx, id);
    if (input.name !== before.name && actor.role !== "BASE_DIRECTOR")
      throw new Refusal("NOT_ALLOWED", { field: "name" });

    const next = { ...input, ...keptNumbers(before, input) };
    refuseIncomplete(next, before.birthDay, actor.today);
    const answers = refuseUnanswered(await weigh(tx, actor.today, { ...before, ...next, id }, before), input.accepted);

    const { count } = await tx.trainee.updateMany({
      where: { id, version },
      data: { ...(await columnsOf(id, next)), version: { increment: 1 } },
    });
    if (count === 0) await refuseStale(tx, id);

    await tx.traineeSearchKey.deleteMany({ where: { traineeId: id } });
    await writeSearchKeys(tx, id, { ...next, idNumber: before.idNumber });
    const { before: was, after: is } = differences(before, next);
    await recordAudit(tx, actor, "trainee.edit", {
      type: "trainee",
      id,
      before: was,
      after: { ...is, ...answers },
    });
    return {};
  },
});

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
async function refuseStale(tx: Tx, id: string): Promise<never> {
  const now = await findOpened(tx, id);
  if (!now) throw new Refusal("STALE");

  return refuseOvertaken(tx, [id], {
    version: now.version,
    name: now.name,
    nameTibetan: now.nameTibetan,
    phone: now.phone ? maskPhone(now.phone) : "",
    villageContact: now.villageContact,
    villageCode: now.villageCode,
    ethnicity: now.ethnicity,
    education: now.education,
    category: now.category,
    otherCategories: now.otherCategories.join(" "),
    registeredPoor: now.registeredPoor,
    pensionInsured: now.pensionInsured,
    guardianName: now.guardianName,
    guardianPhone: now.guardianPhone ? maskPhone(now.guardianPhone) : "",
    note: now.note,
  });
}
