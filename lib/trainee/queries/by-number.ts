import "server-only";
import { db, type Tx } from "@/lib/database/db";
import { hashOf } from "@/lib/trainee/queries/numbers";
import type { TypedNumber } from "@/lib/trainee/rules/typed-number";

/** A family may share a telephone; more of them are no family. */
const mostOfOneNumber = 10;

/** R95: exactly the people whose number it is, by its keyed hash; the number of a merged row is the kept person's. */
export async function listIdsOfNumber({ column, number }: TypedNumber): Promise<string[]> {
  const hash = hashOf(column, number);
  const found = await db.trainee.findMany({
    where: column === "id_number" ? { idNumberHash: hash } : { phoneHash: hash },
    orderBy: { id: "asc" },
    take: mostOfOneNumber,
    select: { id: true, mergedIntoId: true },
  });
  return [...new Set(found.map(({ id, mergedIntoId }) => mergedIntoId ?? id))];
}

/** R5: whose each of these ID numbers is, by number; those nobody has are not in it. */
export async function findOwners(tx: Tx, idNumbers: string[]): Promise<Map<string, string>> {
  const numberOf = new Map(idNumbers.map((number) => [hashOf("id_number", number), number]));
  const found = await tx.trainee.findMany({
    where: { idNumberHash: { in: [...numberOf.keys()] } },
    select: { id: true, idNumberHash: true, mergedIntoId: true },
  });
  return new Map(
    found.map(({ id, idNumberHash, mergedIntoId }) => [numberOf.get(idNumberHash) ?? "", mergedIntoId ?? id]),
  );
}
