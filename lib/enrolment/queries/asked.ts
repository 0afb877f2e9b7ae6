import "server-only";
import type { Day } from "@/lib/calendar";
import type { ApprovalNeed } from "@/lib/enrolment/rules/judgement";
import { listNeedsOf } from "./needs";
import type { EnrolledPerson } from "./people";

/** Somebody who waits for an approval, with what nobody has approved yet (I42); of a wish to be transferred no reason is asked. */
export type AskedPerson = EnrolledPerson & { needs: ApprovalNeed[] };

type People = { applications: EnrolledPerson[]; waiting: EnrolledPerson[]; roster: EnrolledPerson[] };

/**
 * Whom an approval is asked for, and the applications that need none. I5: who waits stands before the newcomers, each in the order of
 * the queue; the reasons are those of the record and of today.
 */
export async function listAsked(cohortId: string, { applications, waiting, roster }: People, today: Day) {
  const claims = waiting.filter(({ waitStopped }) => waitStopped === "APPROVAL_NEEDED");
  const needs = await listNeedsOf(cohortId, [...claims, ...applications], today);
  const withNeeds = (person: EnrolledPerson): AskedPerson => ({
    ...person,
    needs: (needs.get(person.id) ?? []).filter((need) => !person.approved.includes(need)),
  });
  const newcomers = applications.map(withNeeds);
  const moves = roster.filter(({ transferTo }) => transferTo).map((person) => ({ ...person, needs: [] }));

  return {
    asked: [...[...claims.map(withNeeds), ...newcomers].filter((person) => person.needs.length > 0), ...moves],
    ordinary: newcomers.filter((person) => person.needs.length === 0),
  };
}
