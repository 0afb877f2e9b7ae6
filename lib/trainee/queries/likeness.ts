import "server-only";
import { z } from "zod";
import type { Question } from "@/lib/database/together";
import { told } from "@/lib/trainee/queries/brief";
import { hashOf } from "@/lib/trainee/queries/numbers";
import { type Day, dayFromDate } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";
import { Sex } from "@/prisma/generated/enums";

type Person = { id?: string; name: string; birthDay: Day; villageCode: string; phone?: string | undefined };

const row = z.object({
  id: z.string(),
  name: z.string(),
  sex: z.enum(Sex),
  birthDate: z.coerce.date(),
  idNumberSealed: z.string(),
  village: z.string(),
  township: z.string(),
  villageCode: z.string(),
  phoneHash: z.string().nullable(),
});

/** R11, U08: who shares the telephone, or could be the same person under another number; `asLike` reads the answer. */
export function alikeTo({ id = undefined, name, birthDay, villageCode, phone }: Person): Question<typeof row> {
  const others = Prisma.join(
    [
      Prisma.sql`(t.name = ${name} AND t.birth_date = ${birthDay}::date)`,
      Prisma.sql`(t.name = ${name} AND t.village_code = ${villageCode})`,
      ...(phone ? [Prisma.sql`t.phone_hash = ${hashOf("phone", phone)}`] : []),
    ],
    " OR ",
  );
  return {
    asks: Prisma.sql`
      SELECT t.id, t.name, t.sex, t.birth_date, t.id_number_sealed, v.name AS village, w.name AS township, t.village_code, t.phone_hash
      FROM trainees t JOIN villages v ON v.code = t.village_code JOIN townships w ON w.code = v.township_code
      WHERE (${others}) AND t.merged_into_id IS NULL ${id ? Prisma.sql`AND t.id <> ${id}::uuid` : Prisma.empty}
      ORDER BY t.id LIMIT 20`,
    shape: row,
  };
}

export function asLike({ name, birthDay, villageCode, phone }: Person, rows: z.output<typeof row>[]) {
  const phoneHash = phone && hashOf("phone", phone);
  return rows.map(({ village, township, ...row }) => ({
    ...told({ ...row, village: { name: village, township: { name: township } } }),
    sameBirth: row.name === name && dayFromDate(row.birthDate) === birthDay,
    sameVillage: row.name === name && row.villageCode === villageCode,
    samePhone: Boolean(phoneHash) && row.phoneHash === phoneHash,
  }));
}
