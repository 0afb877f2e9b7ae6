import "server-only";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { hashOf } from "@/lib/trainee/queries/numbers";
import { disagreements, readIdNumber } from "@/lib/trainee/rules/id-number";
import type { RegisterTrainee } from "@/lib/trainee/schema";
import type { Day } from "@/lib/value/calendar";

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

/** R5: the page leads on to the person who has this number; another name under it is for the director to settle. */
export async function refuseKnown(tx: Tx, idNumber: string, name: string | undefined) {
  const known = await tx.trainee.findUnique({
    where: { idNumberHash: hashOf("id_number", idNumber) },
    select: { id: true, name: true },
  });
  if (!known) return;
  const sameness = known.name === name ? "SAME_NAME" : "OTHER_NAME";
  throw new Refusal("ID_NUMBER_KNOWN", { field: "idNumber", case: sameness, traineeId: known.id });
}
