import type { Actor } from "@/lib/auth/actor";
import { decideCompletions } from "@/lib/completion/commands/decide";
import { recordResults } from "@/lib/completion/commands/record";
import { findTerms, listStandings } from "@/lib/completion/queries/standing";
import { db } from "@/lib/database/db";

/** 课时 missed of every 200 (domain.md section 11: 172 to 200 attended); all pass. */
const missed = [0, 8, 0, 4, 0, 12, 0, 0, 28, 4, 0, 16, 0, 2, 0];

/** A cohort's attendance, marks of at least 60 and its outcome, recorded as at the desk on the day of the exam; `shift` gives it averages of its own. */
export async function passEverybody(actor: Actor, cohortId: string, shift = 0) {
  const [standings, { parts }] = [await listStandings(db, cohortId), await findTerms(db, cohortId)];
  const asked = <Value>(part: (typeof parts)[number], value: (n: number) => Value) =>
    parts.includes(part) ? standings.map((_, n) => value(n + shift)) : [];

  await recordResults(actor, {
    cohortId,
    heldOns: standings.map(() => actor.today),
    enrolmentIds: standings.map(({ id }) => id),
    versions: standings.map(({ version }) => version),
    attended: standings.map(
      ({ scheduled }, n) => scheduled - Math.floor((scheduled * (missed[(n + shift) % 15] ?? 0)) / 200),
    ),
    theory: asked("theory", (n) => 620 + ((n * 85) % 355)),
    practice: asked("practice", (n) => 700 + ((n * 65) % 285)),
    plans: asked("plan", (n) => (n % 4 === 0 ? "EXCELLENT" : "PASSED")),
  });
  await decideCompletions(actor, { cohortId, completing: standings.length, notCompleting: 0 });
}
