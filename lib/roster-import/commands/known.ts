import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { row } from "@/lib/command/row";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { plain, type Taken, tell } from "@/lib/roster-import/commands/taken";
import type { Values } from "@/lib/roster-import/rules/cells";
import { editTrainee } from "@/lib/trainee/commands/edit";
import { findOpened } from "@/lib/trainee/queries/record";
import type { WarningName } from "@/lib/trainee/rules/warnings";

type Known = { values: Values; taken: Taken; accepted: WarningName[] };

/** R5, I27: what the line says anew of somebody who is known; an empty cell takes nothing away. */
export async function takeKnown(
  tx: Tx,
  actor: Actor,
  traineeId: string,
  { values, taken, accepted }: Known,
): Promise<Taken> {
  const before = await findOpened(tx, traineeId);
  if (before && values.name && values.name !== before.name)
    return { ...taken, noes: [plain(new Refusal("ID_NUMBER_KNOWN", { field: "idNumber", case: "OTHER_NAME" }))] };
  if (!before || taken.faults.length > 0) return taken;

  const { idNumber, birthDay, sex, ...told } = values;
  const changes = Object.entries(told).filter(([name, value]) => (before[name as keyof typeof before] ?? "") !== value);
  if (changes.length === 0) return { ...taken, kind: "SAME", traineeId };

  const { birthDay: _, sex: __, idNumber: ___, ...kept } = before;
  const person = { ...kept, ...told, traineeId, accepted, withoutPhone: false } as Parameters<
    typeof editTrainee.run
  >[2];
  const done = await row(tx, async () => ({ id: traineeId, ...(await editTrainee.run(tx, actor, person)) }));
  return { ...tell(taken, "UPDATE", accepted, done), changes: changes.map(([name]) => name) };
}
