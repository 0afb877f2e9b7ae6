import type pg from "pg";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/database/id";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { day } from "@/lib/value/calendar";
import { findRosterCohort } from "./roster-cohort";

/** Thirty people with places, enrolled by the portal itself. */
export async function fillRoster(owner: pg.Client) {
  const cohortId = await findRosterCohort(owner);
  const { rows } = await owner.query<{ id: string; actor: string }>(`
    SELECT t.id, (SELECT id FROM accounts WHERE username = 'yangjin') AS actor
    FROM trainees t WHERE t.registered_on = '2009-01-05' AND t.birth_date BETWEEN '1975-01-01' AND '1990-12-31'
    ORDER BY t.id DESC LIMIT 30`);
  for (const { id: traineeId, actor } of rows) {
    const { state } = await enrol(clerk(actor), { cohortId, traineeId, place: "CONFIRMED", unsubsidised: true });
    // An application is no row of the roster: an empty page would be measured.
    if (state !== "CONFIRMED") throw new Error(`the roster of thirty: ${traineeId} is ${state}`);
  }
}

const clerk = (id: string): Actor => ({
  id,
  name: "央金",
  role: "BASE_STAFF",
  today: day("2018-08-22"),
  locale: "zh-CN",
  signInId: newId(),
  address: "127.0.0.1",
  isDemo: true,
  preferences: { theme: "system", density: "normal", size: "normal", shortcuts: true },
});
