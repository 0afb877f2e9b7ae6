import "server-only";
import type { Tx } from "@/lib/database/db";
import { brief, told } from "@/lib/trainee/queries/brief";
import { hashOf } from "@/lib/trainee/queries/numbers";
import { type Day, dateFromDay, dayFromDate } from "@/lib/value/calendar";

type Person = { id?: string; name: string; birthDay: Day; villageCode: string; phone?: string | undefined };

/** R11, U08: who shares the telephone, or could be the same person under another number. */
export async function listLikeness(tx: Tx, { id, name, birthDay, villageCode, phone }: Person) {
  const phoneHash = phone && hashOf("phone", phone);
  const birthDate = dateFromDay(birthDay);
  const rows = await tx.trainee.findMany({
    where: {
      ...(id && { id: { not: id } }),
      OR: [{ name, birthDate }, { name, villageCode }, ...(phoneHash ? [{ phoneHash }] : [])],
    },
    take: 20,
    select: { ...brief, villageCode: true, phoneHash: true },
  });
  return rows.map((row) => ({
    ...told(row),
    sameBirth: row.name === name && dayFromDate(row.birthDate) === birthDay,
    sameVillage: row.name === name && row.villageCode === villageCode,
    samePhone: Boolean(phoneHash) && row.phoneHash === phoneHash,
  }));
}
