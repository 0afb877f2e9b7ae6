import "server-only";
import { findGaps } from "@/lib/cohort/queries/gaps";
import { listOpenRequests } from "@/lib/completion/queries/certificates";
import { listCompletions } from "@/lib/completion/queries/people";
import { findTerms } from "@/lib/completion/queries/standing";
import { listGroupTallies } from "@/lib/completion/queries/tally";
import { db } from "@/lib/database/db";
import type { Day } from "@/lib/value/calendar";
import type { Locale } from "@/lib/wording/locale";

/** The sheet of marks: the people of a cohort and the terms they are judged by. */
export async function findMarks(cohortId: string, today: Day) {
  const terms = await findTerms(db, cohortId);
  return { terms, people: await listCompletions(cohortId, terms, today) };
}

/** The completion of a cohort: its people, what is still missing, the wishes for certificates and the rates of each group. */
export async function findCompletion(cohortId: string, today: Day, locale: Locale) {
  const [marks, gaps, requests, tallies] = await Promise.all([
    findMarks(cohortId, today),
    findGaps(db, cohortId, today),
    listOpenRequests(cohortId),
    listGroupTallies(db, { cohortId }, locale),
  ]);
  return { ...marks, gaps, requests, tallies };
}
