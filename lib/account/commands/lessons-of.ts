import "server-only";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import type { Role } from "@/prisma/generated/enums";

/** An account of a trainer names the trainer whose rolls it takes, one that no other account has; any other account names none. */
export async function refuseWrongTrainer(
  tx: Tx,
  { role, trainerId, except }: { role: Role; trainerId: string | undefined; except?: string },
): Promise<void> {
  if (role !== "TRAINER") {
    if (trainerId) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "NO_TRAINER_ROLE" });
    return;
  }
  if (!trainerId) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "TRAINER_NEEDED" });
  const trainer = await tx.trainer.findUnique({
    where: { id: trainerId },
    select: { name: true, account: { select: { id: true } } },
  });
  if (!trainer) throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "UNKNOWN_TRAINER" });
  if (trainer.account && trainer.account.id !== except)
    throw new Refusal("INPUT_WRONG", { field: "trainerId", case: "TRAINER_HAS_ACCOUNT", name: trainer.name });
}
