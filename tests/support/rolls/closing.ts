import { listUntaken } from "@/lib/attendance/queries/untaken";
import { recordAudit } from "@/lib/audit/record";
import { db, transaction } from "@/lib/database/db";
import { dateFromDay } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { rollAtDesk } from "./office";
import { standing } from "./pages";
import { led } from "./scene";
import { standNowhere, type Term } from "./term";

/** The cohort is examined and closed (I13): what lies ahead is called off, what lacks a mark gets it, and nobody completes. */
export async function close(term: Term): Promise<void> {
  const { cohorts, on, desk, head, county } = term;
  const [cohortId] = cohorts;
  const ahead = await db.lesson.findMany({
    where: { day: { gt: dateFromDay(on) }, cancelledAt: null, cohorts: { some: { cohortId } } },
    select: { id: true },
  });
  for (const { id } of ahead) await make.cancelLesson(id);
  await standNowhere();
  for (const { id } of await listUntaken({ role: "BASE_STAFF" }, cohortId)) await complete(term, id);
  await led(cohortId, "EXAM");

  const where = { cohortId, state: "IN_TRAINING" } as const;
  for (const { id } of await db.enrolment.findMany({ where, select: { id: true } }))
    await transaction(async (tx) => {
      await recordAudit(tx, desk, "enrolment.notComplete", { type: "enrolment", id });
      await tx.enrolment.update({ where: { id }, data: { state: "NOT_COMPLETED", outcomeById: desk.id } });
    });
  await transaction(async (tx) => {
    await recordAudit(tx, county, "cohort.close", { type: "cohort", id: cohortId });
    await tx.cohort.update({ where: { id: cohortId }, data: { closingProposedById: head.id } });
    await tx.cohort.update({ where: { id: cohortId }, data: { state: "CLOSED", closedById: county.id } });
  });
}

async function complete(term: Term, lessonId: string): Promise<void> {
  const lines = (await standing(lessonId)).filter(({ version }) => version === 0);
  await rollAtDesk(term, term.desk, lessonId, { lines });
}
