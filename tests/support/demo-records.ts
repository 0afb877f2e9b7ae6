import { db } from "@/lib/database/db";
import { lineOf, taken } from "@/tests/support/rosters/scene";

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
  const [enrolment, lesson, course, trainer, known, account, imported] = await Promise.all([
    db.enrolment.findFirstOrThrow({ where: { cohortId: cohort.id }, select: { id: true } }),
    db.lesson.findFirstOrThrow({ where: { cohorts: { some: { cohortId: cohort.id } } }, select: { id: true } }),
    db.course.findFirstOrThrow({ where: { cohorts: { some: { id: cohort.id } } }, select: { id: true } }),
    db.trainer.findFirstOrThrow({ where: { lessons: { some: {} } }, select: { id: true } }),
    db.trainee.findFirstOrThrow({ where: { name: "扎西次仁" }, select: { id: true } }),
    db.account.findFirstOrThrow({ where: { username: "danzeng" }, select: { id: true } }),
    // The demo took none in: the first test that asks does.
    db.rosterImport.findFirst({ orderBy: { importedAt: "asc" }, select: { id: true } }),
  ]);
  return {
    ...(await moneyOfTheDemo()),
    cohortId: cohort.id,
    openCohortId: open.id,
    submittedCohortId: submitted.id,
    draftCohortId: draft.id,
    enrolmentId: enrolment.id,
    lessonId: lesson.id,
    courseId: course.id,
    trainerId: trainer.id,
    traineeId: known.id,
    plan: `preview=on&weekdays=1&weekdays=3&am=on&practiceTrainerId=${trainer.id}&practiceClassroomNumber=5`,
    accountId: account.id,
    importId: (imported ?? (await taken([await lineOf()]))).id,
    key: "seats_skill",
    kind: "ETHNICITY",
    code: "04",
    number: "10",
    calendar: "of-nobody.ics",
    file: `roster.xlsx?cohort=${cohort.id}`,
    fundFile: "ledger.xlsx?year=2018",
    printed: `roster?cohort=${cohort.id}`,
    auditFile: "audit.xlsx?who=nobodyofthisname",
    exportId: "00000000-0000-7000-8000-000000000000",
    report: `roster?cohort=${cohort.id}`,
    fundReport: "disbursements?year=2018",
  };
}

/** A project with several sites and an adjustment that waits, and records of money that wait, are approved, or are no more than a draft. */
async function moneyOfTheDemo(): Promise<Record<string, string>> {
  const disbursed = (state: "APPROVED" | "SUBMITTED") =>
    db.disbursement.findFirstOrThrow({ where: { state, isDemo: true }, orderBy: { seq: "asc" }, select: { id: true } });
  const [approved, waiting, plan, adjustment] = await Promise.all([
    disbursed("APPROVED"),
    disbursed("SUBMITTED"),
    db.aidPlan.findFirstOrThrow({ where: { state: "DRAFT", isDemo: true }, select: { id: true } }),
    db.projectAdjustment.findFirstOrThrow({ where: { isDemo: true }, select: { id: true, projectId: true } }),
  ]);
  return {
    projectId: adjustment.projectId,
    ledger: "disbursements",
    recordId: approved.id,
    waitingRecordId: waiting.id,
    planId: plan.id,
    adjustmentId: adjustment.id,
  };
}
