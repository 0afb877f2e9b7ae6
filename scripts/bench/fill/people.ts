import type pg from "pg";
import { newId } from "@/lib/database/id";
import { seal } from "@/lib/database/seal";
import { hashLastFour, hashOf } from "@/lib/trainee/queries/numbers";
import { noticeVersion } from "@/lib/trainee/rules/notice";
import { searchKeys } from "@/lib/trainee/rules/search-keys";
import { sortName } from "@/lib/trainee/rules/sort-name";
import type { Day } from "@/lib/value/calendar";
import { demoPerson } from "@/prisma/seed/people";

const batch = 5_000;
/** The demo's own people have the first numbers. */
const first = 1_000;

/** Invented people with numbers sealed and hashed by the portal's own functions; what they are found by is made once a name. */
export async function writePeople(owner: pg.Client, people: number) {
  const { rows } = await owner.query<{ code: string }>(
    "SELECT code FROM villages WHERE valid_to IS NULL OR valid_to > '2018-08-22' ORDER BY code",
  );
  const villages = rows.map(({ code }) => code);
  await owner.query(
    "CREATE TEMP TABLE found_by (what text, key text); CREATE TEMP TABLE fours (key text, trainee_id uuid)",
  );
  const known = new Set<string>();

  for (let written = 0; written < people; written += batch) {
    const persons = Array.from({ length: Math.min(batch, people - written) }, (_, n) =>
      rowOf(first + written + n, villages),
    );
    await owner.query(insertPeople, [JSON.stringify(persons.map(({ row }) => row))]);
    const fours = persons.flatMap(({ row, endings }) => [...new Set(endings)].map((ending) => [keyOf(ending), row.id]));
    await owner.query("INSERT INTO fours SELECT * FROM unnest($1::text[], $2::uuid[])", [
      fours.map(([key]) => key),
      fours.map(([, id]) => id),
    ]);
    for (const { row } of persons) {
      if (known.has(row.name)) continue;
      known.add(row.name);
      await owner.query("INSERT INTO found_by SELECT $1, unnest($2::text[])", [
        row.name,
        searchKeys({ name: row.name, idNumber: "" }, hashLastFour),
      ]);
    }
  }
  await owner.query("ANALYZE found_by, fours");
  await owner.query(insertKeys);
  await owner.query(insertEntries);
}

const insertPeople = `
  INSERT INTO trainees (id, name, sort_name, sex, birth_date, id_number_sealed, id_number_hash, phone_sealed, phone_hash, village_code, ethnicity,
    education, category, registered_poor, notice_version, notice_way, notice_given_on, registered_on, created_by_id)
  SELECT id, name, sort_name, sex, birth_date, id_number_sealed, id_number_hash, phone_sealed, phone_hash, village_code, ethnicity,
    education, category, registered_poor, notice_version, 'ORAL', date '2009-01-05', date '2009-01-05', (SELECT id FROM accounts WHERE username = 'yangjin')
  FROM json_populate_recordset(NULL::trainees, $1)`;

const insertKeys = `
  INSERT INTO trainee_search_keys (key, trainee_id)
  SELECT k.key, t.id FROM trainees t JOIN found_by k ON k.what = t.name WHERE t.registered_on = '2009-01-05'
  UNION SELECT key, trainee_id FROM fours ORDER BY 1, 2`;

const insertEntries = `
  INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
  SELECT 'bench', '-', 'trainee.register', 'trainee', id::text FROM trainees WHERE registered_on = '2009-01-05'`;

function rowOf(n: number, villages: string[]) {
  const { idNumber, phone, name, villageCode, registeredPoor, ...person } = demoPerson(
    n,
    n % 2 === 0,
    n % 3 === 0,
    villages,
  );
  const id = newId();
  const birthDay = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}` as Day;
  const row = {
    id,
    name,
    ...person,
    sort_name: sortName(name),
    sex: n % 2 === 0 ? "FEMALE" : "MALE",
    birth_date: birthDay,
    village_code: villageCode,
    registered_poor: registeredPoor,
    id_number_sealed: seal("trainees", "id_number", id, idNumber),
    id_number_hash: hashOf("id_number", idNumber),
    phone_sealed: seal("trainees", "phone", id, phone),
    phone_hash: hashOf("phone", phone),
    notice_version: noticeVersion,
  };
  return { row, endings: [idNumber.slice(-4), phone.slice(-4)] };
}

const endings = new Map<string, string>();

/** Ten thousand endings for all: each is hashed once. */
function keyOf(ending: string): string {
  const known = endings.get(ending) ?? (searchKeys({ name: "", idNumber: ending }, hashLastFour)[0] as string);
  endings.set(ending, known);
  return known;
}
