import { expect, test } from "vitest";
import { mayApprove, mayPropose, roles } from "@/lib/auth/permissions";
import { permissionOf, signatureBy } from "@/lib/setting/rules";
import type { Role } from "@/prisma/generated/enums";
import { listDeclared } from "@/tests/support/declared";

// I16, R111: who leads a matter into a state must leave somebody else a way on or back, were there one account a role.
const actions = new Map(listDeclared().map(({ subject, name, granted }) => [`${subject}.${name}`, granted]));

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
  "cohort EXAM": { into: ["cohort.startExam"], by: "anybody", ways: ["cohort.proposeClosing"] },
  "cohort closing proposed": {
    into: ["cohort.proposeClosing"],
    by: "another",
    ways: ["cohort.closeCohort", "cohort.returnClosing"],
  },
  "cohort closing returned": { into: ["cohort.returnClosing"], by: "another", ways: ["cohort.proposeClosing"] },
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
    ways: ["fund.submitRecord"],
  },
  "money SUBMITTED": {
    into: ["fund.submitRecord", "fund.reverseRecord"],
    by: "another",
    ways: ["fund.approveRecord", "fund.rejectRecord"],
  },
  "month SUBMITTED": { into: ["fund.submitMonth"], by: "another", ways: ["fund.lockMonth", "fund.returnMonth"] },
  "month returned": { into: ["fund.returnMonth"], by: "another", ways: ["fund.submitMonth"] },
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
