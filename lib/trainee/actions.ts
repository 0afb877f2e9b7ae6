"use server";

import { form } from "@/lib/command/form";
import * as correct from "@/lib/trainee/commands/correct";
import * as edit from "@/lib/trainee/commands/edit";
import { foreseeEdit, foreseeRegistration } from "@/lib/trainee/commands/foresee";
import * as merge from "@/lib/trainee/commands/merge";
import * as register from "@/lib/trainee/commands/register";
import * as reveal from "@/lib/trainee/commands/reveal";

export const registerTrainee = form(register.registerTrainee, {
  foresee: foreseeRegistration,
  after: ({ id }) => ({ to: `/trainees/${id}?enrol=next`, about: { traineeId: id } }),
});

export const editTrainee = form(edit.editTrainee, { foresee: foreseeEdit, after: (_, input) => toTrainee(input) });

export const proposeCorrection = form(correct.proposeCorrection, { after: (_, input) => toTrainee(input) });
export const approveCorrection = form(correct.approveCorrection, { decides: "correctionId", after: toTrainee });
export const rejectCorrection = form(correct.rejectCorrection, { decides: "correctionId", after: toTrainee });

export const proposeMerge = form(merge.proposeMerge, { after: toKept });
export const approveMerge = form(merge.approveMerge, { decides: "mergeId", after: toKept });
export const rejectMerge = form(merge.rejectMerge, { decides: "mergeId", after: toKept });
export const tellApart = form(merge.tellApart, {
  after: (_, { keptId }) => ({ to: "/trainees/doubles", about: { traineeId: keptId } }),
});

export const revealNumber = form(reveal.revealNumber, { stays: true });

function toKept({ keptId }: { keptId: string }) {
  return toTrainee({ traineeId: keptId });
}

function toTrainee({ traineeId }: { traineeId: string }) {
  return { to: `/trainees/${traineeId}`, about: { traineeId } };
}
