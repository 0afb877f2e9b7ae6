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
  if (changes.length === 0) return { ...taken, kind: "SAME", traineeId, version: before.version };

  const names = changes.map(([name]) => name);
  const stood = Object.fromEntries(names.map((name) => [name, before[name as keyof typeof before] ?? undefined]));
  const done = await row(tx, () => changeKnown(tx, actor, traineeId, before, { ...told, accepted }));
  const version = before.version + 1;
  return { ...tell(taken, "UPDATE", accepted, done), version, changes: names, before: stood };
}

type Opened = NonNullable<Awaited<ReturnType<typeof findOpened>>>;

/** What is told anew beside all that stands; who has no telephone any more loses the number. */
export async function changeKnown(tx: Tx, actor: Actor, traineeId: string, before: Opened, told: object) {
  const { birthDay: _, sex: __, idNumber: ___, ...kept } = before;
  const withoutPhone = "phone" in told && told.phone === undefined;
  const person = { ...kept, ...told, traineeId, withoutPhone } as Parameters<typeof editTrainee.run>[2];
  await editTrainee.run(tx, actor, person);
  return { id: traineeId };
}
