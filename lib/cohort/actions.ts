"use server";

import * as close from "@/lib/cohort/commands/close";
import * as decide from "@/lib/cohort/commands/decide";
import { foreseeDraft } from "@/lib/cohort/commands/foresee";
import * as plan from "@/lib/cohort/commands/plan";
import * as submit from "@/lib/cohort/commands/submit";
import { draftCohortPage } from "@/lib/cohort/schema";
import { form } from "@/lib/command/form";

export const draftCohort = form(plan.draftCohort, {
  foresee: foreseeDraft,
  page: draftCohortPage,
  after: ({ id }, _, { copyOf }) => ({
    to: copyOf ? `/cohorts/${id}/timetable/copy?from=${copyOf}` : `/cohorts/${id}`,
    about: { cohortId: id },
  }),
});

type Asked = { cohortId: string };
const toCohort = { after: (_: unknown, { cohortId }: Asked) => ({ to: `/cohorts/${cohortId}` }) };
const toCompletion = { after: (_: unknown, { cohortId }: Asked) => ({ to: `/cohorts/${cohortId}/completion` }) };
const decides = "cohortId";

export const submitCohort = form(submit.submitCohort, toCohort);
export const approveCohort = form(decide.approveCohort, { ...toCohort, decides });
export const returnCohort = form(decide.returnCohort, { ...toCohort, decides });
export const rejectCohort = form(decide.rejectCohort, { ...toCohort, decides });
export const startExam = form(close.startExam, toCompletion);
export const takeExamBack = form(close.takeExamBack, toCohort);
export const proposeClosing = form(close.proposeClosing, toCohort);
export const returnClosing = form(close.returnClosing, { ...toCompletion, decides });
export const closeCohort = form(close.closeCohort, { ...toCohort, decides });
