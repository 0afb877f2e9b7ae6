import type { Actor } from "@/lib/auth/actor";
import { equipClassroom } from "@/lib/classroom/commands/equip";

/** What stands in each classroom and how many of it (示意). */
const fittings: Record<number, Record<string, number>> = {
  1: { COMPUTER: 40, PROJECTOR: 1, CAMERA: 2 },
  2: { COMPUTER: 30, PROJECTOR: 1, CAMERA: 1 },
  3: { GUEST_BED: 6 },
  4: { DINING_TABLE: 8 },
  5: { CHECKOUT: 2 },
  6: { REPAIR_BENCH: 12 },
  7: { LATHE: 8 },
  8: { LOOM: 10 },
  9: { STOVE: 15, PROJECTOR: 1 },
  10: { BEAUTY_BED: 10, PROJECTOR: 1 },
  11: { PLANT_BED: 12 },
};

/** Every classroom fitted out, piece by piece as at the desk. */
export async function equipClassrooms(actor: Actor): Promise<void> {
  for (const [number, pieces] of Object.entries(fittings))
    for (const [n, [equipment, count]] of Object.entries(pieces).entries())
      await equipClassroom(actor, { classroomNumber: Number(number), version: n + 1, equipment, count });
}
