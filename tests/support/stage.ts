import { createAccount } from "@/lib/account/commands/create";
import type { Actor } from "@/lib/auth/actor";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { registerTrainee } from "@/lib/trainee/commands/register";
import countyCodes from "@/lib/trainee/county-codes.json" with { type: "json" };
import { checkCharacter } from "@/lib/trainee/rules/id-number";
import { registerTraineeInput } from "@/lib/trainee/schema";
import { addDays, type Day, day } from "@/lib/value/calendar";
import type { Role } from "@/prisma/generated/enums";
import { sql } from "@/tests/support/database";
import * as make from "@/tests/support/make";

/** The day on which the demo base stands still; what a browser sees as today. */
export const today = day("2018-08-22");

export const password = "langmu-3817-kawa";

/** Somebody of a role with an account of his own, so that no other test ends his sign-in. */
export async function account(role: Role, { withPassword = false } = {}) {
  const username = `t${crypto.randomUUID().slice(0, 12).replaceAll("-", "")}`;
  const { name } = person();
  const { id } = await createAccount(make.actor("SEC_ADMIN", today), {
    username,
    name,
    role,
    ...(withPassword && { password }),
    isDemo: true,
  });
  return { id, username, name, role };
}

const syllables = {
  b: "边",
  c: "才",
  d: "德",
  g: "贡",
  h: "海",
  j: "江",
  k: "康",
  l: "隆",
  m: "玛",
  n: "尼",
  p: "培",
  q: "曲",
  r: "仁",
  s: "松",
  t: "土",
  w: "旺",
  x: "香",
  y: "央",
  z: "泽",
};

/** A name that nobody else has, with its initials as they are typed into a search, and a number with a right check character. */
export function person({ birthDay = addDays(day("1985-01-01"), drawn(4_800)) }: { birthDay?: Day } = {}) {
  const letters = Object.keys(syllables) as (keyof typeof syllables)[];
  const initials = Array.from({ length: 5 }, () => letters[drawn(letters.length)] as keyof typeof syllables);
  const county = countyCodes[drawn(countyCodes.length)] as string;
  const body = `${county}${birthDay.replaceAll("-", "")}${996 + drawn(4)}`;
  return {
    name: initials.map((letter) => syllables[letter]).join(""),
    initials: initials.join(""),
    idNumber: body + checkCharacter(body),
    phone: `142${String(10_000_000 + drawn(80_000_000))}`,
  };
}

/** Registered at the counter, with the keys a search finds by. */
export async function trainee(change: Record<string, string> = {}) {
  const { initials, ...known } = person();
  const input = registerTraineeInput.parse({
    ...known,
    villageCode: "513338101201",
    ethnicity: "04",
    category: "NZY",
    noticeWay: "ORAL",
    noticeGivenOn: today,
    accepted: "SAME_NAME_AND_BIRTH SAME_NAME_AND_VILLAGE",
    ...change,
  });
  const { id } = await registerTrainee(staff(), input);
  return { id, initials, ...known };
}

export async function enrolled(cohortId: string, place: "CONFIRMED" | "WAITLISTED" = "CONFIRMED") {
  const { id: traineeId, name } = await trainee();
  const { enrolmentId } = await enrol(staff(), { cohortId, traineeId, place });
  return { enrolmentId, traineeId, name };
}

/**
 * A year no other test uses, so that what is full or booked there stands in nobody's way; near enough that adults of today are not too old,
 * and before those of the races (2039 and on).
 */
export async function yearOfItsOwn(): Promise<number> {
  const [taken] = await sql<{ year: number }>("owner", takeYear);
  if (!taken) throw new Error("every year is taken: give the tests more of them");
  return taken.year;
}

const takeYear = `
  INSERT INTO training_years (year, capacity)
  SELECT y, 2000 FROM generate_series(2019, 2038) AS y
  WHERE NOT EXISTS (SELECT FROM training_years WHERE year = y) ORDER BY random() LIMIT 1
  ON CONFLICT DO NOTHING RETURNING year`;

/** A weekday that has come already, on which no cohort of the demo data sits in a classroom. */
export function pastDay(): Day {
  const drawnDay = addDays(day("2015-01-05"), drawn(150) * 7);
  return addDays(drawnDay, drawn(5));
}

const staff = (): Actor => make.actor("BASE_STAFF", today);
const drawn = (most: number) => Math.floor(Math.random() * most);
