import type pg from "pg";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/database/id";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { day } from "@/lib/value/calendar";

/** Thirty people, enrolled by the portal itself, in a cohort of the demo that has seats for them and a timetable. */
export async function fillRoster(owner: pg.Client) {
  const { rows } = await owner.query<{ id: string; cohort: string; actor: string }>(`
    SELECT t.id, (SELECT id FROM cohorts WHERE number = '2018-008') AS cohort, (SELECT id FROM accounts WHERE username = 'yangjin') AS actor
    FROM trainees t WHERE t.registered_on = '2009-01-05' AND t.birth_date BETWEEN '1975-01-01' AND '1990-12-31'
    ORDER BY t.id DESC LIMIT 30`);
  for (const { id, cohort, actor } of rows)
    await enrol(clerk(actor), { cohortId: cohort, traineeId: id, place: "CONFIRMED", unsubsidised: true });
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
