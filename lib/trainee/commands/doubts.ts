import "server-only";
import type { Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { Refusal } from "@/lib/refusal/refusal";
import { findParameters } from "@/lib/setting/parameter";
import countyCodes from "@/lib/trainee/county-codes.json" with { type: "json" };
import { alikeTo, asLike } from "@/lib/trainee/queries/likeness";
import { isAboveWorkingAge, needsGuardian } from "@/lib/trainee/rules/age";
import { isCountyKnown, type Sex } from "@/lib/trainee/rules/id-number";
import { isReachable } from "@/lib/trainee/rules/phone";
import { isAnswered, type WarningName, warningsOf } from "@/lib/trainee/rules/warnings";
import type { EditTrainee } from "@/lib/trainee/schema";
import type { Day } from "@/lib/value/calendar";

const knownCounties: ReadonlySet<string> = new Set(countyCodes);

type Candidate = {
  id?: string;
  idNumber: string;
  name: string;
  birthDay: Day;
  sex: Sex;
  villageCode: string;
  phone?: string | undefined;
};
export type Known = { name: string; villageCode: string; phone?: string | undefined };
type Doubts = { warnings: WarningName[]; alike: ReturnType<typeof asLike> };

/** R4, R7, R11, U08: what somebody should look at before this is saved; of a known person only what the change brings up. */
export async function weigh(tx: Tx, today: Day, candidate: Candidate, before?: Known): Promise<Doubts> {
  const { asks, shape } = alikeTo(candidate);
  return weighed(tx, today, candidate, await rows(tx, shape, asks), before);
}

/** The same once those who are like the person were asked for. */
export async function weighed(
  tx: Tx,
  today: Day,
  candidate: Candidate,
  found: Parameters<typeof asLike>[1],
  before?: Known,
): Promise<Doubts> {
  const moved = candidate.name !== before?.name || candidate.villageCode !== before.villageCode;
  const phoned = candidate.phone !== before?.phone;
  const alike = asLike(candidate, found)
    .map((one) => ({
      ...one,
      sameBirth: one.sameBirth && moved,
      sameVillage: one.sameVillage && moved,
      samePhone: one.samePhone && phoned,
    }))
    .filter(({ sameBirth, sameVillage, samePhone }) => sameBirth || sameVillage || samePhone);
  const limits = await findParameters(tx, today);
  const upperMonths = { MALE: limits("working_age_male") * 12, FEMALE: limits("working_age_female") * 12 };
  const countyKnown = Boolean(before) || isCountyKnown(candidate.idNumber.slice(0, 6), knownCounties);
  const aboveWorkingAge = !before && isAboveWorkingAge(candidate, today, upperMonths);
  return { warnings: warningsOf({ countyKnown, aboveWorkingAge, alike }), alike };
}

/** Nothing is saved before somebody has seen the warnings and ticked them; what he ticked is noted down. */
export function refuseUnanswered({ warnings, alike }: Doubts, accepted: string[] | undefined) {
  if (warnings.length === 0) return {};
  if (isAnswered(warnings, accepted)) return { accepted: warnings, alike: alike.map(({ id }) => id) };

  const told = (some: Doubts["alike"]) =>
    some.map((one) => ({
      id: one.id,
      told: `${one.name} ${one.birthYear} ${one.township}${one.village} …${one.lastFour}`,
    }));
  const figures = {
    count: warnings.length,
    warnings,
    people: told(alike),
    PHONE_SHARED: told(alike.filter(({ samePhone }) => samePhone)),
    SAME_NAME_AND_BIRTH: told(alike.filter(({ sameBirth }) => sameBirth)),
    SAME_NAME_AND_VILLAGE: told(alike.filter(({ sameVillage }) => sameVillage)),
  };
  throw new Refusal("INPUT_WRONG", { field: "accepted", case: "WARNINGS", ...figures });
}

type Person = Pick<EditTrainee, "phone" | "villageContact" | "guardianName" | "guardianPhone">;

/** R8, R11: reachable, and with a guardian while under age. */
export function refuseIncomplete(person: Person, birthDay: Day, today: Day) {
  const [lack] = listLacks(person, birthDay, today);
  if (lack) throw lack;
}

/** The same, all at once; nobody's age is asked before the number is known. */
export function listLacks(person: Person, birthDay: Day | undefined, today: Day): Refusal[] {
  const lack = (field: keyof Person, of: string) => new Refusal("INPUT_WRONG", { field, case: of });
  const minor = birthDay && needsGuardian(birthDay, today);
  return [
    ...(isReachable(person) ? [] : [lack("phone", "UNREACHABLE")]),
    ...(minor && !person.guardianName ? [lack("guardianName", "GUARDIAN_MISSING")] : []),
    ...(minor && !person.guardianPhone ? [lack("guardianPhone", "GUARDIAN_MISSING")] : []),
  ];
}
