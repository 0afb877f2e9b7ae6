import "server-only";
import type { Tx } from "@/lib/database/db";
import { later } from "@/lib/database/direct";
import { seal } from "@/lib/database/seal";
import { hashLastFour, hashOf } from "@/lib/trainee/queries/numbers";
import type { Findable } from "@/lib/trainee/rules/search-keys";
import type { EditTrainee } from "@/lib/trainee/schema";
import { Prisma } from "@/prisma/generated/client";

/** The dictionary of readings takes 27 MB of memory; it is read when the first name is written. */
const dictionary = {
  keys: () => import("@/lib/trainee/rules/search-keys"),
  order: () => import("@/lib/trainee/rules/sort-name"),
};

/** The row of a person, without what stands on the card. */
export async function columnsOf(id: string, person: Omit<EditTrainee, "traineeId" | "version" | "withoutPhone">) {
  const { name, nameTibetan, phone, villageContact, guardianName, guardianPhone, education, ...rest } = person;
  const { villageCode, ethnicity, category, otherCategories, registeredPoor, pensionInsured, note } = rest;
  return {
    name,
    nameTibetan: nameTibetan ?? null,
    sortName: (await dictionary.order()).sortName(name),
    phoneSealed: phone ? seal("trainees", "phone", id, phone) : null,
    phoneHash: phone ? hashOf("phone", phone) : null,
    villageContact: villageContact ?? null,
    guardianName: guardianName ?? null,
    guardianPhoneSealed: guardianName && guardianPhone ? seal("trainees", "guardian_phone", id, guardianPhone) : null,
    education: education ?? null,
    villageCode,
    ethnicity,
    category,
    otherCategories: otherCategories.filter((one) => one !== category),
    registeredPoor,
    pensionInsured,
    note,
  };
}

/** U06: all a person is found by, written with the row it leads to. */
export async function writeSearchKeys(tx: Tx, traineeId: string, person: Findable) {
  const keys = (await dictionary.keys()).searchKeys(person, hashLastFour);
  later(
    tx,
    Prisma.sql`INSERT INTO trainee_search_keys (key, trainee_id) SELECT key, ${traineeId}::uuid FROM unnest(${keys}::text[]) AS key`,
  );
}
