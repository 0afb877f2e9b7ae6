import "server-only";
import { db, type Tx } from "@/lib/database/db";
import { hashOf } from "@/lib/trainee/queries/numbers";
import type { TypedNumber } from "@/lib/trainee/rules/typed-number";

/** A family may share a telephone; more of them are no family. */
const mostOfOneNumber = 10;

/** R95: exactly the people whose number it is, by its keyed hash. */
export async function listIdsOfNumber({ column, number }: TypedNumber): Promise<string[]> {
  const hash = hashOf(column, number);
  const found = await db.trainee.findMany({
    where: column === "id_number" ? { idNumberHash: hash } : { phoneHash: hash },
    orderBy: { id: "asc" },
    take: mostOfOneNumber,
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

/** R5: the one person whose ID number it is. */
export async function findIdOfNumber(tx: Tx, idNumber: string): Promise<string | undefined> {
  const found = await tx.trainee.findUnique({
    where: { idNumberHash: hashOf("id_number", idNumber) },
    select: { id: true },
  });
  return found?.id;
}
