import "server-only";
import type { Day } from "@/lib/value/calendar";
import { listNeedsOf, type Needing } from "./needs";
import type { EnrolledPerson } from "./people";

/** Somebody who waits for an approval, with what nobody has approved yet (I42); of a wish to be transferred no reason is asked. */
export type AskedPerson = EnrolledPerson & Needing;

type People = { applications: EnrolledPerson[]; waiting: EnrolledPerson[]; roster: EnrolledPerson[] };

/**
 * Whom an approval is asked for, and the applications that need none. I5: who waits stands before the newcomers, each in the order of
 * the queue; the reasons are those of the record and of today.
 */
export async function listAsked(cohortId: string, { applications, waiting, roster }: People, today: Day) {
  const claims = waiting.filter(({ waitStopped }) => waitStopped === "APPROVAL_NEEDED");
  const found = await listNeedsOf(cohortId, [...claims, ...applications], today);
  const withNeeds = (person: EnrolledPerson): AskedPerson => {
    const { needs, stop } = found.get(person.id) ?? { needs: [], stop: undefined };
    return { ...person, stop, needs: needs.filter((need) => !person.approved.includes(need)) };
  };
  const newcomers = applications.map(withNeeds);
  const moves = roster
    .filter(({ transferTo }) => transferTo)
    .map((person) => ({ ...person, needs: [], stop: undefined }));

  return {
    asked: [...[...claims.map(withNeeds), ...newcomers].filter((person) => person.needs.length > 0), ...moves],
    ordinary: newcomers.filter((person) => person.needs.length === 0),
  };
}
