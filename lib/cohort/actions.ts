"use server";

import { revalidatePath } from "next/cache";
import * as closing from "@/lib/cohort/mutations/close";
import * as deciding from "@/lib/cohort/mutations/decide";
import * as planning from "@/lib/cohort/mutations/plan";
import * as filing from "@/lib/cohort/mutations/submit";
import {
  approveCohortInput,
  draftCohortInput,
  moveCohortInput,
  refuseCohortInput,
  startExamInput,
} from "@/lib/cohort/schema";
import { action } from "@/lib/command/action";

export const draftCohort = action({
  permission: "cohort:draft",
  verb: "cohort.draft",
  input: draftCohortInput,
  async run(actor, { copyOf, ...input }) {
    const { id } = await planning.draftCohort(actor, input);
    revalidatePath("/cohorts");
    return { to: copyOf ? `/cohorts/${id}/timetable/copy?from=${copyOf}` : `/cohorts/${id}`, about: { cohortId: id } };
  },
});

export const submitCohort = action({
  permission: "cohort:submit",
  verb: "cohort.submit",
  input: moveCohortInput,
  async run(actor, input) {
    await filing.submitCohort(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}` };
  },
});

export const approveCohort = action({
  permission: "cohort:approve",
  approves: true,
  verb: "cohort.approve",
  decides: "cohortId",
  input: approveCohortInput,
  async run(actor, input) {
    await deciding.approveCohort(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}` };
  },
});

export const returnCohort = action({
  permission: "cohort:approve",
  approves: true,
  verb: "cohort.return",
  decides: "cohortId",
  input: refuseCohortInput,
  async run(actor, input) {
    await deciding.returnCohort(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}` };
  },
});

export const rejectCohort = action({
  permission: "cohort:approve",
  approves: true,
  verb: "cohort.reject",
  decides: "cohortId",
  input: refuseCohortInput,
  async run(actor, input) {
    await deciding.rejectCohort(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}` };
  },
});

export const startExam = action({
  permission: "cohort:start",
  verb: "cohort.exam",
  input: startExamInput,
  async run(actor, input) {
    await closing.startExam(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}/completion` };
  },
});

export const takeExamBack = action({
  permission: "cohort:start",
  verb: "cohort.examBack",
  input: refuseCohortInput,
  async run(actor, input) {
    await closing.takeExamBack(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}` };
  },
});

export const proposeClosing = action({
  permission: "cohort:close",
  proposes: true,
  verb: "cohort.proposeClosing",
  input: moveCohortInput,
  async run(actor, input) {
    await closing.proposeClosing(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}` };
  },
});

export const returnClosing = action({
  permission: "cohort:close",
  approves: true,
  verb: "cohort.returnClosing",
  decides: "cohortId",
  input: refuseCohortInput,
  async run(actor, input) {
    await closing.returnClosing(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}/completion` };
  },
});

export const closeCohort = action({
  permission: "cohort:close",
  approves: true,
  verb: "cohort.close",
  decides: "cohortId",
  input: moveCohortInput,
  async run(actor, input) {
    await closing.closeCohort(actor, input);
    revalidatePath("/cohorts", "layout");
    return { to: `/cohorts/${input.cohortId}` };
  },
});
