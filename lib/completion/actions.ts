"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/command/action";
import * as certificates from "@/lib/completion/mutations/certificate";
import * as deciding from "@/lib/completion/mutations/decide";
import * as recording from "@/lib/completion/mutations/record";
import * as requests from "@/lib/completion/mutations/request";
import * as reversing from "@/lib/completion/mutations/reverse";
import * as schema from "@/lib/completion/schema";

export const recordResults = action({
  permission: "marks:record",
  verb: "enrolment.recordResults",
  input: schema.recordResultsInput,
  async run(actor, input) {
    await recording.recordResults(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}/completion` };
  },
});

export const recordMakeUp = action({
  permission: "marks:record",
  verb: "enrolment.recordMakeUp",
  input: schema.recordMakeUpInput,
  async run(actor, input) {
    await recording.recordMakeUp(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}/completion` };
  },
});

export const decideCompletions = action({
  permission: "enrolment:complete",
  verb: "enrolment.decide",
  input: schema.decideCompletionsInput,
  async run(actor, input) {
    await deciding.decideCompletions(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}/completion` };
  },
});

export const recordNotCompleted = action({
  permission: "enrolment:complete",
  verb: "enrolment.notComplete",
  input: schema.recordNotCompletedInput,
  async run(actor, input) {
    const { cohortId } = await deciding.recordNotCompleted(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/completion` };
  },
});

export const reverseOutcome = action({
  permission: "outcome:reverse",
  verb: "enrolment.reverse",
  input: schema.reverseOutcomeInput,
  async run(actor, input) {
    const { cohortId } = await reversing.reverseOutcome(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/completion` };
  },
});

export const reopenOutcome = action({
  permission: "outcome:reopen",
  verb: "cohort.reopen",
  input: schema.reverseOutcomeInput,
  async run(actor, input) {
    const { cohortId } = await reversing.reopenOutcome(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/completion` };
  },
});

export const proposeIssue = action({
  permission: "certificate:issue",
  proposes: true,
  verb: "certificate.propose",
  input: schema.proposeIssueInput,
  async run(actor, input) {
    await certificates.proposeIssue(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}/completion` };
  },
});

export const proposeVoid = action({
  permission: "certificate:void",
  proposes: true,
  verb: "certificate.proposeVoid",
  input: schema.proposeVoidInput,
  async run(actor, input) {
    const { cohortId } = await certificates.proposeVoid(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/completion` };
  },
});

export const approveRequest = action({
  permission: "certificate:issue",
  approves: true,
  verb: "certificate.approve",
  decides: "requestId",
  input: schema.approveRequestInput,
  async run(actor, input) {
    const { cohortId, certificateId, count } = await requests.approveRequest(actor, input);
    revalidatePath("/cohorts", "layout");
    const says = certificateId ? "certificate.approveVoid" : "certificate.approve";
    return {
      to: `/cohorts/${cohortId}/completion`,
      says,
      about: { cohortId, ...(certificateId && { certificateId }) },
      told: { count },
    };
  },
});

export const rejectRequest = action({
  permission: "certificate:issue",
  approves: true,
  verb: "certificate.reject",
  decides: "requestId",
  input: schema.rejectRequestInput,
  async run(actor, input) {
    const { cohortId, certificateId } = await requests.rejectRequest(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/completion`, about: { cohortId, ...(certificateId && { certificateId }) } };
  },
});
