import "server-only";
import { db, type Tx } from "@/lib/database/db";
import { unseal } from "@/lib/database/seal";
import { brief, told } from "@/lib/trainee/queries/brief";
import { idNumberOf } from "@/lib/trainee/queries/numbers";
import { maskIdNumber, maskPhone } from "@/lib/trainee/rules/mask";
import { dayFromDate } from "@/lib/value/calendar";
import type { Prisma } from "@/prisma/generated/client";

/** What a person's record holds beside what tells one from another. */
const columns = {
  nameTibetan: true,
  phoneSealed: true,
  villageContact: true,
  villageCode: true,
  ethnicity: true,
  education: true,
  category: true,
  otherCategories: true,
  registeredPoor: true,
  pensionInsured: true,
  guardianName: true,
  guardianPhoneSealed: true,
  note: true,
  version: true,
} satisfies Prisma.TraineeSelect;

/** One person as the record shows him: every number masked here, on the server (R91). */
export async function findTrainee(id: string) {
  const row = await db.trainee.findUnique({
    where: { id },
    select: {
      ...brief,
      ...columns,
      noticeVersion: true,
      noticeWay: true,
      noticeGivenOn: true,
      registeredOn: true,
      mergedInto: { select: { id: true, name: true } },
      village: {
        select: {
          name: true,
          township: { select: { name: true, validTo: true, successor: { select: { name: true } } } },
        },
      },
    },
  });
  if (!row) return null;

  const { phoneSealed, guardianPhoneSealed, idNumberSealed, birthDate, village, ...trainee } = row;
  const { successor, validTo } = village.township;
  return {
    ...trainee,
    ...told(row),
    idNumber: maskIdNumber(idNumberOf(row)),
    phone: phoneSealed && maskPhone(unseal("trainees", "phone", row.id, phoneSealed)),
    guardianPhone: guardianPhoneSealed && maskPhone(unseal("trainees", "guardian_phone", row.id, guardianPhoneSealed)),
    noticeGivenOn: dayFromDate(row.noticeGivenOn),
    registeredOn: dayFromDate(row.registeredOn),
    renamed: successor && validTo ? { township: successor.name, after: dayFromDate(validTo) } : undefined,
  };
}

export type TraineeRecord = NonNullable<Awaited<ReturnType<typeof findTrainee>>>;

/** One person with his numbers open: for the commands only, which mask what they give on. */
export async function findOpened(tx: Tx, id: string) {
  const row = await tx.trainee.findUnique({
    where: { id },
    select: { name: true, sex: true, birthDate: true, idNumberSealed: true, ...columns },
  });
  if (!row) return null;

  const { idNumberSealed, phoneSealed, guardianPhoneSealed, birthDate, ...trainee } = row;
  return {
    ...trainee,
    birthDay: dayFromDate(birthDate),
    idNumber: idNumberOf({ id, idNumberSealed }),
    phone: phoneSealed ? unseal("trainees", "phone", id, phoneSealed) : undefined,
    guardianPhone: guardianPhoneSealed ? unseal("trainees", "guardian_phone", id, guardianPhoneSealed) : undefined,
  };
}
