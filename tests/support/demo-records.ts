import { db } from "@/lib/db";

/** Records the demo data holds, one for each place in an address. */
export async function recordsOfTheDemo(): Promise<Record<string, string>> {
  const inState = (state: "IN_PROGRESS" | "APPROVED" | "SUBMITTED" | "RETURNED") =>
    db.cohort.findFirstOrThrow({ where: { state, isDemo: true }, orderBy: { number: "asc" }, select: { id: true } });
  const [cohort, open, submitted, draft] = await Promise.all([
    inState("IN_PROGRESS"),
    inState("APPROVED"),
    inState("SUBMITTED"),
    inState("RETURNED"),
  ]);
  const [enrolment, lesson, course, trainer, known, account] = await Promise.all([
    db.enrolment.findFirstOrThrow({ where: { cohortId: cohort.id }, select: { id: true } }),
    db.lesson.findFirstOrThrow({ where: { cohorts: { some: { cohortId: cohort.id } } }, select: { id: true } }),
    db.course.findFirstOrThrow({ where: { cohorts: { some: { id: cohort.id } } }, select: { id: true } }),
    db.trainer.findFirstOrThrow({ where: { lessons: { some: {} } }, select: { id: true } }),
    db.trainee.findFirstOrThrow({ where: { name: "扎西次仁" }, select: { id: true } }),
    db.account.findFirstOrThrow({ where: { username: "danzeng" }, select: { id: true } }),
  ]);
  return {
    cohortId: cohort.id,
    openCohortId: open.id,
    submittedCohortId: submitted.id,
    draftCohortId: draft.id,
    enrolmentId: enrolment.id,
    lessonId: lesson.id,
    courseId: course.id,
    trainerId: trainer.id,
    traineeId: known.id,
    accountId: account.id,
    key: "seats_skill",
    kind: "ETHNICITY",
    code: "04",
    number: "10",
  };
}
