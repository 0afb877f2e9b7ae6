import { expect, test } from "vitest";
import { grantOf, mayApprove, mayPropose, type Permission, permissions, roles } from "@/lib/auth/permissions";
import { permissionOf, signatureBy } from "@/lib/setting/rules";
import { CohortState, EnrolmentState, FundState, MonthState, RecordState, type Role } from "@/prisma/generated/enums";
import { listDeclared } from "@/tests/support/declared";

// I16, R111: who leads a matter into a state must leave somebody else a way on or back, were there one account a role.
const declared = listDeclared();
const permissionsOf = new Map(declared.map(({ subject, name, permission }) => [`${subject}.${name}`, permission]));
const actions = new Map(declared.map(({ subject, name, granted }) => [`${subject}.${name}`, granted]));

type State = { into: string[]; by: "another" | "anybody"; ways: string[] };

/** Each state, the acts that lead into it, and the acts that lead out of it. */
const states: Record<string, State> = {
  "cohort DRAFT": { into: ["cohort.draftCohort"], by: "anybody", ways: ["cohort.submitCohort"] },
  "cohort SUBMITTED": {
    into: ["cohort.submitCohort"],
    by: "another",
    ways: ["cohort.approveCohort", "cohort.returnCohort", "cohort.rejectCohort"],
  },
  "cohort RETURNED": { into: ["cohort.returnCohort"], by: "another", ways: ["cohort.submitCohort"] },
  "cohort APPROVED": { into: ["cohort.approveCohort"], by: "another", ways: ["enrolment.startCohort"] },
  "cohort IN_PROGRESS": { into: ["enrolment.startCohort"], by: "anybody", ways: ["cohort.startExam"] },
  "cohort EXAM": { into: ["cohort.startExam"], by: "anybody", ways: ["cohort.proposeClosing", "cohort.takeExamBack"] },
  "cohort closing proposed": {
    into: ["cohort.proposeClosing"],
    by: "another",
    ways: ["cohort.closeCohort", "cohort.returnClosing"],
  },
  "cohort closing returned": { into: ["cohort.returnClosing"], by: "another", ways: ["cohort.proposeClosing"] },
  "cohort CLOSED": { into: ["cohort.closeCohort"], by: "anybody", ways: ["completion.reopenOutcome"] },
  "enrolment APPLIED": { into: ["enrolment.enrol"], by: "anybody", ways: ["enrolment.confirmApplications"] },
  "enrolment APPLIED late": {
    into: ["enrolment.enrol", "enrolment.enrolSeveral", "enrolment.walkIn"],
    by: "another",
    ways: ["enrolment.confirmLate", "enrolment.rejectLate"],
  },
  "enrolment transfer requested": {
    into: ["enrolment.transfer"],
    by: "another",
    ways: ["enrolment.approveTransfer", "enrolment.declineTransfer"],
  },
  "enrolment WAITLISTED": {
    into: ["enrolment.enrol", "enrolment.confirmApplications"],
    by: "anybody",
    ways: ["enrolment.cancelEnrolment", "enrolment.rejectApplication"],
  },
  "enrolment WAITLISTED, an approval needed": {
    into: ["enrolment.enrol"],
    by: "another",
    ways: ["enrolment.confirmLate", "enrolment.rejectLate"],
  },
  "enrolment CONFIRMED": {
    into: ["enrolment.enrol", "enrolment.confirmApplications"],
    by: "anybody",
    ways: ["enrolment.startCohort", "enrolment.cancelEnrolment"],
  },
  "leave asked for": {
    into: ["attendance.askLeave"],
    by: "another",
    ways: ["attendance.grantLeave", "attendance.refuseLeave"],
  },
  "pending mark after the hours of correction": {
    into: ["attendance.takeRoll", "attendance.takeSeveral", "attendance.sendRoll"],
    by: "another",
    ways: ["attendance.adoptPending", "attendance.discardPending"],
  },
  "enrolment COMPLETED": { into: ["completion.decideCompletions"], by: "anybody", ways: ["completion.reverseOutcome"] },
  "enrolment NOT_COMPLETED": {
    into: ["completion.decideCompletions", "completion.recordNotCompleted"],
    by: "anybody",
    ways: ["completion.reverseOutcome"],
  },
  "enrolment IN_TRAINING": {
    into: ["enrolment.startCohort", "enrolment.confirmLate"],
    by: "anybody",
    ways: ["completion.decideCompletions"],
  },
  "certificates asked for": {
    into: ["completion.proposeIssue"],
    by: "another",
    ways: ["completion.approveRequest", "completion.rejectRequest"],
  },
  "certificate to be voided": {
    into: ["completion.proposeVoid"],
    by: "another",
    ways: ["completion.approveRequest", "completion.rejectRequest"],
  },
  "money DRAFT": {
    into: ["recordRevenue", "recordPlan", "recordAppropriation", "recordDisbursement", "recordOutside"].map(
      (name) => `fund.${name}`,
    ),
    by: "anybody",
    ways: ["fund.submitRecord", "fund.withdrawRecord"],
  },
  "money SUBMITTED": {
    into: ["fund.submitRecord", "fund.reverseRecord"],
    by: "another",
    ways: ["fund.approveRecord", "fund.rejectRecord"],
  },
  "money APPROVED": {
    into: ["fund.approveRecord", "fund.recordProgress"],
    by: "anybody",
    ways: ["fund.reverseRecord"],
  },
  "month SUBMITTED": { into: ["fund.submitMonth"], by: "another", ways: ["fund.lockMonth", "fund.returnMonth"] },
  "month OPEN": { into: ["fund.returnMonth"], by: "another", ways: ["fund.submitMonth"] },
  "adjustment handed in": {
    into: ["project.adjustProject"],
    by: "another",
    ways: ["project.approveAdjustment", "project.rejectAdjustment"],
  },
  "correction of a number asked for": {
    into: ["trainee.proposeCorrection"],
    by: "another",
    ways: ["trainee.approveCorrection", "trainee.rejectCorrection"],
  },
  "request of a person noted": {
    into: ["person-request.noteRequest"],
    by: "another",
    ways: ["person-request.grantOwnData", "person-request.declineRequest"],
  },
  "merge of two rows asked for": {
    into: ["trainee.proposeMerge"],
    by: "another",
    ways: ["trainee.approveMerge", "trainee.rejectMerge"],
  },
  "certificate issued": { into: ["completion.approveRequest"], by: "anybody", ways: ["completion.proposeVoid"] },
  "classroom closed": { into: ["lesson.closeClassroom"], by: "anybody", ways: ["classroom.reopenClassroom"] },
  "course archived": { into: ["course.archiveCourse"], by: "anybody", ways: ["course.openCourse"] },
  "account disabled": { into: ["account.disableAccount"], by: "anybody", ways: ["account.enableAccount"] },
  "year FINAL": { into: ["fund.approveRecord"], by: "another", ways: ["fund.proposeClosing"] },
  "year closing proposed": { into: ["fund.proposeClosing"], by: "another", ways: ["fund.closeYear"] },
};

const able = (action: string): Role[] => {
  const granted = actions.get(action);
  if (!granted) throw new Error(`${action} is no action`);
  return roles.filter(granted);
};

test.each(Object.entries(states))("R111: out of %s leads a way, whoever led there", (_, { into, by, ways }) => {
  const stuck: string[] = [];
  for (const act of into)
    for (const role of able(act))
      for (const way of ways) {
        if (!able(way).some((other) => by === "anybody" || other !== role)) stuck.push(`${act} by ${role}: ${way}`);
      }

  expect(into.flatMap(able).length).toBeGreaterThan(0);
  expect(stuck).toEqual([]);
});

test.each(["TRAINING", "MONEY", "CAPACITY"] as const)(
  "R111: a change of %s figures is decided by another role",
  (domain) => {
    const proposers = roles.filter((role) => mayPropose(role, permissionOf(domain)));
    const signers = roles.filter((role) => mayApprove(role, permissionOf(domain)) && signatureBy(role, domain));

    expect(proposers).not.toEqual([]);
    for (const proposer of proposers) expect(signers.filter((role) => role !== proposer)).not.toEqual([]);
  },
);

/** The last states, out of which nothing leads on purpose; every other one is walked above. */
const ends: Record<string, string> = {
  "cohort REJECTED": "the county said no; another cohort is drafted",
  "cohort CANCELLED": "nobody was in it; another cohort is drafted",
  "enrolment DROPPED": "the place was used and still counts (R26)",
  "enrolment NO_SHOW": "the place is somebody else's; the person enrols again (R20)",
  "enrolment CANCELLED": "the person enrols again (R20)",
  "enrolment REJECTED": "the person enrols again (R20)",
  "money REJECTED": "a new record is written (I20)",
  "month LOCKED": "never opens again (R76)",
  "year DRAFT": "is that of the year's plans",
  "year SUBMITTED": "is that of the year's plans",
  "year CLOSED": "never opens again (R64)",
};

test("R111: each state that a cohort, an enrolment, money, a month and a year may be in is walked, or is a last one", () => {
  const kinds = {
    cohort: CohortState,
    enrolment: EnrolmentState,
    money: RecordState,
    month: MonthState,
    year: FundState,
  };
  const all = Object.entries(kinds).flatMap(([kind, of]) => Object.keys(of).map((state) => `${kind} ${state}`));

  expect(all.filter((state) => !(state in states) && !(state in ends))).toEqual([]);
  expect(Object.keys(ends).filter((state) => !all.includes(state) || state in states)).toEqual([]);
});

test("R111: whatever somebody may only propose is proposed by an act above, and decided by another role", () => {
  const walked = new Set(
    Object.values(states)
      .filter(({ by }) => by === "another")
      .flatMap(({ into, ways }) => [...into, ...ways])
      .map((action) => permissionsOf.get(action)),
  );
  const proposed = permissions.filter((permission) => roles.some((role) => grantOf(role, permission) === "P"));
  const elsewhere: Permission[] = ["yearCapacity:change", "setting:change"];

  expect(proposed.length).toBeGreaterThan(8);
  expect(proposed.filter((permission) => !walked.has(permission) && !elsewhere.includes(permission))).toEqual([]);
});
