import { maskPhone, publicName } from "./mask";

type Person = {
  name: string;
  nameTibetan?: string | null | undefined;
  phone?: string | null | undefined;
  villageContact?: string | null | undefined;
  villageCode: string;
  ethnicity: string;
  education?: string | null | undefined;
  category: string;
  otherCategories: string[];
  registeredPoor: boolean;
  pensionInsured: boolean;
  guardianName?: string | null | undefined;
  guardianPhone?: string | null | undefined;
  note: string;
};

/** I29: a person as the audit keeps him; what it keeps is never deleted, so names and numbers go in masked, notes not at all. */
export function noted(person: Person) {
  const masked = {
    name: publicName(person.name),
    nameTibetan: person.nameTibetan ? publicName(person.nameTibetan) : "",
    phone: person.phone ? maskPhone(person.phone) : "",
    villageContact: person.villageContact ? publicName(person.villageContact) : "",
    guardianName: person.guardianName ? publicName(person.guardianName) : "",
    guardianPhone: person.guardianPhone ? maskPhone(person.guardianPhone) : "",
    note: person.note ? "*" : "",
  };
  const { villageCode, ethnicity, category, otherCategories, registeredPoor, pensionInsured } = person;
  const education = person.education ?? "";
  return { ...masked, villageCode, ethnicity, education, category, otherCategories, registeredPoor, pensionInsured };
}

/** The fields that changed, with both values; a change that a mask hides still stands there. */
export function differences(before: Person, after: Person) {
  const [was, is] = [noted(before), noted(after)];
  const changed = (Object.keys(was) as (keyof typeof was)[]).filter((field) => !same(before[field], after[field]));
  const pick = (of: typeof was) => Object.fromEntries(changed.map((field) => [field, of[field]]));
  return { before: pick(was), after: pick(is) };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one || "") === JSON.stringify(other || "");
