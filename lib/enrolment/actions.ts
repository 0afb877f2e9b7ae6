"use server";

import { foreseeEdit } from "@/lib/cohort/commands/foresee";
import { form } from "@/lib/command/form";
import * as cohort from "@/lib/enrolment/commands/cohort";
import * as confirm from "@/lib/enrolment/commands/confirm";
import * as several from "@/lib/enrolment/commands/decide-several";
import * as edit from "@/lib/enrolment/commands/edit-cohort";
import * as one from "@/lib/enrolment/commands/enrol";
import * as many from "@/lib/enrolment/commands/enrol-several";
import * as leave from "@/lib/enrolment/commands/leave";
import * as transfers from "@/lib/enrolment/commands/transfer";
import * as newcomer from "@/lib/enrolment/commands/walk-in";
import { sayResults } from "@/lib/enrolment/queries/results";
import { placedVerb } from "@/lib/enrolment/rules/place";
import { type DecideSeveralInput, enrolPage } from "@/lib/enrolment/schema";
import { foreseeRegistration } from "@/lib/trainee/commands/foresee";

const roster = (cohortId: string) => `/cohorts/${cohortId}/roster`;
const applications = (cohortId: string) => `/cohorts/${cohortId}/applications`;

export const enrol = form(one.enrol, {
  page: enrolPage,
  // U19: nobody is enrolled into a cohort whose consequences the page has not shown.
  instead: ({ cohortId, traineeId }, { look, shown }) =>
    look || (shown && shown !== cohortId) ? { to: `/trainees/${traineeId}?cohort=${cohortId}&look=on` } : undefined,
  after: ({ state }, { cohortId }) => ({ to: roster(cohortId), says: placedVerb[state] }),
});

export const walkIn = form(newcomer.walkIn, {
  foresee: foreseeRegistration,
  after: ({ state, traineeId }, { cohortId }) => ({
    to: roster(cohortId),
    says: state === "CONFIRMED" ? "enrolment.walkIn" : placedVerb[state],
    about: { traineeId },
  }),
});

export const enrolSeveral = form(many.enrolSeveral, {
  shows: async (results) => ({ results: await sayResults(results) }),
});

export const confirmApplications = form(confirm.confirmApplications, {
  shows: async (results) => ({ results: await sayResults(results) }),
});

export const confirmLate = form(confirm.confirmLate, {
  decides: "enrolmentId",
  after: ({ cohortId }) => ({ to: applications(cohortId) }),
});

export const decideSeveral = form(several.decideSeveral, {
  shows: async (results, input) => ({ results: await sayResults(results, reasonsOf(input)) }),
});

type Left = { cohortId: string };
const rejected = { decides: "enrolmentId", after: ({ cohortId }: Left) => ({ to: applications(cohortId) }) };
export const rejectApplication = form(leave.rejectApplication, rejected);
export const rejectLate = form(leave.rejectLate, rejected);

export const cancelEnrolment = form(leave.cancelEnrolment, {
  after: ({ cohortId, promoted, freed }) => ({
    to: roster(cohortId),
    told: { freed: String(freed), promoted: promoted.length },
  }),
});

export const markNoShow = form(leave.markNoShow, {
  after: ({ cohortId, promoted }) => ({ to: roster(cohortId), told: { promoted: promoted.length } }),
});

const toRoster = { after: ({ cohortId }: Left) => ({ to: roster(cohortId) }) };
export const dropOut = form(leave.dropOut, toRoster);

export const transfer = form(transfers.transfer, {
  after: ({ outcome, cohortId, promoted }) => ({
    to: roster(cohortId),
    says: outcome === "REQUESTED" ? "enrolment.requestTransfer" : "enrolment.transfer",
    told: { promoted: promoted.length },
  }),
});

export const approveTransfer = form(transfers.approveTransfer, { ...toRoster, decides: "enrolmentId" });
export const declineTransfer = form(transfers.declineTransfer, { ...toRoster, decides: "enrolmentId" });

export const editCohort = form(edit.editCohort, {
  foresee: foreseeEdit,
  after: ({ promoted }, { cohortId }) => ({
    to: promoted.length > 0 ? roster(cohortId) : `/cohorts/${cohortId}`,
    told: { promoted: promoted.length },
  }),
});

export const changeSeats = form(cohort.changeSeats, {
  after: ({ promoted }, { cohortId }) => ({ to: roster(cohortId), told: { promoted: promoted.length } }),
});

export const startCohort = form(cohort.startCohort, { after: (_, { cohortId }) => ({ to: roster(cohortId) }) });

export const cancelCohort = form(cohort.cancelCohort, {
  after: ({ freed }, { cohortId }) => ({ to: `/cohorts/${cohortId}`, told: { freed: String(freed) } }),
});

/** The reason that was typed for each person. */
const reasonsOf = ({ asked, reasons }: DecideSeveralInput) =>
  Object.fromEntries(asked.map((id, n) => [id, reasons[n]]));
