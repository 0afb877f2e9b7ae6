import { db, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { seal } from "@/lib/database/seal";
import { hashLastFour, hashOf } from "@/lib/trainee/queries/numbers";
import { noticeVersion } from "@/lib/trainee/rules/notice";
import { searchKeys } from "@/lib/trainee/rules/search-keys";
import { sortName } from "@/lib/trainee/rules/sort-name";
import { type Day, dateFromDay, day } from "@/lib/value/calendar";
import { demoPerson } from "./people";

const batch = 500;
const registeredOn = dateFromDay(day("2018-08-22"));

/** A register of invented people for trying speed, written in batches; the laws hold as for one (audit entry, keyed hash, one number a person). */
export async function seedRegister(people: number, tell: (written: number) => void) {
  const villages = (await db.village.findMany({ orderBy: { code: "asc" }, select: { code: true } })).map(
    ({ code }) => code,
  );
  const known = await db.trainee.count();
  for (let written = 0; written < people; written += batch) {
    await writeBatch(
      Array.from({ length: Math.min(batch, people - written) }, (_, n) => known + written + n),
      villages,
    );
    tell(Math.min(people, written + batch));
  }
}

async function writeBatch(numbers: number[], villages: string[]) {
  const rows = numbers.map((n) => rowOf(n, villages));
  await transaction(async (tx) => {
    await tx.trainee.createMany({ data: rows.map(({ trainee }) => trainee) });
    await tx.traineeSearchKey.createMany({
      data: rows.flatMap(({ trainee, keys }) => keys.map((key) => ({ key, traineeId: trainee.id }))),
    });
    await tx.$executeRaw`
      INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
      SELECT 'seed', '-', 'trainee.register', 'trainee', unnest(${rows.map(({ trainee }) => trainee.id)}::text[])`;
  });
}

function rowOf(n: number, villages: string[]) {
  const { idNumber, phone, name, ...person } = demoPerson(n, n % 2 === 0, n % 3 === 0, villages);
  const id = newId();
  const birthDay = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}` as Day;
  return {
    keys: searchKeys({ name, idNumber, phone }, hashLastFour),
    trainee: {
      id,
      name,
      ...person,
      sortName: sortName(name),
      sex: n % 2 === 0 ? ("FEMALE" as const) : ("MALE" as const),
      birthDate: dateFromDay(birthDay),
      idNumberSealed: seal("trainees", "id_number", id, idNumber),
      idNumberHash: hashOf("id_number", idNumber),
      phoneSealed: seal("trainees", "phone", id, phone),
      phoneHash: hashOf("phone", phone),
      noticeVersion,
      noticeWay: "ORAL",
      noticeGivenOn: registeredOn,
      registeredOn,
      createdById: id,
      isDemo: true,
    },
  };
}
