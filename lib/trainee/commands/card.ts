import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import type { Question } from "@/lib/database/together";
import { Refusal } from "@/lib/refusal/refusal";
import { hashOf } from "@/lib/trainee/queries/numbers";
import { disagreements, readIdNumber } from "@/lib/trainee/rules/id-number";
import type { RegisterTrainee } from "@/lib/trainee/schema";
import type { Day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

type Card = Pick<RegisterTrainee, "idNumber" | "birthDay" | "sex">;

/** R1–R3: what the card says; a birth day or sex that came along must agree with it. */
export function readCard(input: Card, today: Day) {
  const read = readIdNumber(input.idNumber, today);
  if ("fault" in read) {
    const converted = read.fault === "oldNumber" && { converted: read.converted };
    throw new Refusal("ID_NUMBER_WRONG", { field: "idNumber", case: read.fault, ...converted });
  }
  const told = { ...(input.birthDay && { birthDay: input.birthDay }), ...(input.sex && { sex: input.sex }) };
  const [wrong] = disagreements(read, told);
  if (wrong) throw new Refusal("ID_NUMBER_WRONG", { field: wrong, case: "disagrees" });
  return read;
}

const knownRow = z.object({ id: z.string(), name: z.string() });

/** R5: whose number it is, the kept person's where the row was merged; `refuseOwned` reads the answer. */
export const ownerOf = (idNumber: string): Question<typeof knownRow> => ({
  asks: Prisma.sql`
    SELECT k.id, k.name FROM trainees t JOIN trainees k ON k.id = coalesce(t.merged_into_id, t.id)
    WHERE t.id_number_hash = ${hashOf("id_number", idNumber)}`,
  shape: knownRow,
});

/** R5: the page leads on to the person who has this number; another name under it is for the director to settle. */
export function refuseOwned([owner]: z.output<typeof knownRow>[], name: string | undefined) {
  if (!owner) return;
  const sameness = owner.name === name ? "SAME_NAME" : "OTHER_NAME";
  throw new Refusal("ID_NUMBER_KNOWN", { field: "idNumber", case: sameness, traineeId: owner.id });
}

export async function refuseKnown(tx: Tx, idNumber: string, name: string | undefined) {
  const { shape, asks } = ownerOf(idNumber);
  refuseOwned(await rows(tx, shape, asks), name);
}
