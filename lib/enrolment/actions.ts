"use server";

import { revalidatePath } from "next/cache";
import { editCohortInput } from "@/lib/cohort/schema";
import { action } from "@/lib/command/action";
import {
  startCohort as begin,
  cancelCohort as cancelWhole,
  changeSeats as giveSeats,
} from "@/lib/enrolment/mutations/cohort";
import { confirmApplications as confirmAll, confirmLate as confirmOne } from "@/lib/enrolment/mutations/confirm";
import { decideSeveral as decideAll } from "@/lib/enrolment/mutations/decide-several";
import { editCohort as edit } from "@/lib/enrolment/mutations/edit-cohort";
import { enrol as enrolOne } from "@/lib/enrolment/mutations/enrol";
import { enrolSeveral as enrolAll, type PersonResult } from "@/lib/enrolment/mutations/enrol-several";
import * as leave from "@/lib/enrolment/mutations/leave";
import * as transfers from "@/lib/enrolment/mutations/transfer";
import { walkIn as registerAndEnrol } from "@/lib/enrolment/mutations/walk-in";
import { listNames } from "@/lib/enrolment/queries/names";
import * as schema from "@/lib/enrolment/schema";
import { foreseeRegistration } from "@/lib/trainee/mutations/foresee";
import { refusalWords } from "@/lib/wording/lookup";

export const enrol = action({
  permission: "enrolment:create",
  verb: "enrolment.create",
  input: schema.enrolInput,
  async run(actor, { shown, look, ...input }) {
    // U19: nobody is enrolled into a cohort whose consequences the page has not shown.
    if (look || (shown && shown !== input.cohortId))
      return { to: `/trainees/${input.traineeId}?cohort=${input.cohortId}`, says: "enrolment.look" };
    const { state } = await enrolOne(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}/roster`, says: placed[state] };
  },
});

export const walkIn = action({
  permission: "enrolment:create",
  verb: "enrolment.walkIn",
  input: schema.walkInInput,
  foresee: foreseeRegistration,
  async run(actor, { cohortId, place, ...trainee }) {
    const { state, traineeId } = await registerAndEnrol(actor, { cohortId, place, trainee });
    revalidatePath("/cohorts", "layout");
    const says = state === "CONFIRMED" ? "enrolment.walkIn" : placed[state];
    return { to: `/cohorts/${cohortId}/roster`, says, about: { traineeId } };
  },
});

export const enrolSeveral = action({
  permission: "enrolment:create",
  verb: "enrolment.createSeveral",
  input: schema.enrolSeveralInput,
  async run(actor, input) {
    const results = await enrolAll(actor, input);
    revalidatePath("/cohorts", "layout");
    return { results: await said(results) };
  },
});

export const confirmApplications = action({
  permission: "enrolment:confirm",
  verb: "enrolment.confirm",
  input: schema.confirmApplicationsInput,
  async run(actor, input) {
    const results = await confirmAll(actor, input);
    revalidatePath("/cohorts", "layout");
    return { results: await said(results) };
  },
});

export const confirmLate = action({
  permission: "enrolment:late",
  approves: true,
  verb: "enrolment.confirmLate",
  decides: "enrolmentId",
  input: schema.confirmLateInput,
  async run(actor, input) {
    const { cohortId } = await confirmOne(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/applications` };
  },
});

export const decideSeveral = action({
  permission: "enrolment:late",
  approves: true,
  verb: "enrolment.decideSeveral",
  input: schema.decideSeveralInput,
  async run(actor, input) {
    const results = await decideAll(actor, input);
    revalidatePath("/cohorts", "layout");
    return { results: await said(results, reasonsOf(input)) };
  },
});

export const rejectApplication = action({
  permission: "enrolment:confirm",
  verb: "enrolment.reject",
  decides: "enrolmentId",
  input: schema.decideInput,
  async run(actor, input) {
    const { cohortId } = await leave.rejectApplication(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/applications` };
  },
});

export const rejectLate = action({
  permission: "enrolment:late",
  approves: true,
  verb: "enrolment.reject",
  decides: "enrolmentId",
  input: schema.decideInput,
  async run(actor, input) {
    const { cohortId } = await leave.rejectApplication(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/applications` };
  },
});

export const cancelEnrolment = action({
  permission: "enrolment:cancel",
  verb: "enrolment.cancel",
  input: schema.decideInput,
  async run(actor, input) {
    const { cohortId, promoted, freed } = await leave.cancelEnrolment(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/roster`, told: { freed: String(freed), promoted: promoted.length } };
  },
});

export const markNoShow = action({
  permission: "enrolment:noShow",
  verb: "enrolment.noShow",
  input: schema.decideInput,
  async run(actor, input) {
    const { cohortId, promoted } = await leave.markNoShow(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/roster`, told: { promoted: promoted.length } };
  },
});

export const dropOut = action({
  permission: "enrolment:drop",
  verb: "enrolment.drop",
  input: schema.decideInput,
  async run(actor, input) {
    const { cohortId } = await leave.dropOut(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/roster` };
  },
});

export const transfer = action({
  permission: "enrolment:transfer",
  verb: "enrolment.transfer",
  input: schema.transferInput,
  async run(actor, input) {
    const { outcome, cohortId, promoted } = await transfers.transfer(actor, input);
    revalidatePath("/cohorts", "layout");
    const says = outcome === "REQUESTED" ? "enrolment.requestTransfer" : "enrolment.transfer";
    return { to: `/cohorts/${cohortId}/roster`, says, told: { promoted: promoted.length } };
  },
});

export const approveTransfer = action({
  permission: "enrolment:transferLate",
  approves: true,
  verb: "enrolment.approveTransfer",
  decides: "enrolmentId",
  input: schema.decideInput,
  async run(actor, input) {
    const { cohortId } = await transfers.approveTransfer(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/roster` };
  },
});

export const declineTransfer = action({
  permission: "enrolment:transferLate",
  verb: "enrolment.declineTransfer",
  decides: "enrolmentId",
  input: schema.decideInput,
  async run(actor, input) {
    const { cohortId } = await transfers.declineTransfer(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${cohortId}/roster` };
  },
});

export const editCohort = action({
  permission: "cohort:draft",
  verb: "cohort.edit",
  input: editCohortInput,
  async run(actor, input) {
    const { promoted } = await edit(actor, input);
    revalidatePath("/cohorts", "layout");
    const page = `/cohorts/${input.cohortId}`;
    return { to: promoted.length > 0 ? `${page}/roster` : page, told: { promoted: promoted.length } };
  },
});

export const changeSeats = action({
  permission: "cohort:draft",
  verb: "cohort.changeSeats",
  input: schema.changeSeatsInput,
  async run(actor, input) {
    const { promoted } = await giveSeats(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}/roster`, told: { promoted: promoted.length } };
  },
});

export const startCohort = action({
  permission: "cohort:start",
  verb: "cohort.start",
  input: schema.startCohortInput,
  async run(actor, input) {
    await begin(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}/roster` };
  },
});

export const cancelCohort = action({
  permission: "cohort:cancel",
  verb: "cohort.cancel",
  input: schema.cancelCohortInput,
  async run(actor, input) {
    await cancelWhole(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}` };
  },
});

/** What really came of an enrolment: a place, the waiting list or an application. */
const placed = { CONFIRMED: "enrolment.create", WAITLISTED: "enrolment.waitlist", APPLIED: "enrolment.apply" };

/** A result per person, by name, since the list that is read again may no longer hold him; a refusal is one sentence, with what was typed for him. */
async function said(results: PersonResult[], typed: Record<string, string | undefined> = {}) {
  const [say, names] = await Promise.all([refusalWords(), listNames(results.map(({ id }) => id))]);
  return results.map((result) => {
    const name = names.get(result.id) ?? "";
    if ("state" in result) return { id: result.id, name, state: result.state };
    const sentence = say(result);
    return { id: result.id, name, sentence, reason: typed[result.id] };
  });
}

const reasonsOf = ({ asked, reasons }: schema.DecideSeveralInput) =>
  Object.fromEntries(asked.map((id, n) => [id, reasons[n]]));
