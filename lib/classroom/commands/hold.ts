import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";

const classroom = z.object({
  label: z.string(),
  name: z.string(),
  seats: z.number(),
  kind: z.string(),
  version: z.number(),
});

/** A classroom locked against bookings, closures and other changes, with what its forms show. */
export async function holdClassroom(tx: Tx, number: number) {
  const [held] = z
    .array(classroom)
    .parse(
      await tx.$queryRaw`SELECT label, name, seats, kind, version FROM classrooms WHERE number = ${number}::int FOR NO KEY UPDATE`,
    );
  if (!held) throw new Refusal("INPUT_WRONG", { field: "classroomNumber", case: "UNKNOWN_CLASSROOM" });
  return held;
}
