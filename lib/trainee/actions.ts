"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/command/action";
import * as correcting from "@/lib/trainee/mutations/correct";
import { editTrainee as edit } from "@/lib/trainee/mutations/edit";
import { foreseeEdit, foreseeRegistration } from "@/lib/trainee/mutations/foresee";
import { registerTrainee as register } from "@/lib/trainee/mutations/register";
import { revealNumber as reveal } from "@/lib/trainee/mutations/reveal";
import {
  decideCorrectionInput,
  editTraineeInput,
  proposeCorrectionInput,
  registerTraineeInput,
  rejectCorrectionInput,
  revealNumberInput,
} from "@/lib/trainee/schema";

export const registerTrainee = action({
  permission: "trainee:create",
  verb: "trainee.register",
  input: registerTraineeInput,
  foresee: foreseeRegistration,
  async run(actor, input) {
    const { id } = await register(actor, input);
    revalidatePath("/trainees");
    return { to: `/trainees/${id}?enrol=next`, about: { traineeId: id } };
  },
});

export const editTrainee = action({
  permission: "trainee:edit",
  verb: "trainee.edit",
  input: editTraineeInput,
  foresee: foreseeEdit,
  async run(actor, input) {
    await edit(actor, input);
    revalidatePath(`/trainees/${input.traineeId}`);
    return { to: `/trainees/${input.traineeId}` };
  },
});

export const proposeCorrection = action({
  permission: "trainee:correct",
  proposes: true,
  verb: "trainee.proposeCorrection",
  input: proposeCorrectionInput,
  async run(actor, input) {
    await correcting.proposeCorrection(actor, input);
    revalidatePath(`/trainees/${input.traineeId}`);
    return { to: `/trainees/${input.traineeId}` };
  },
});

export const approveCorrection = action({
  permission: "trainee:correct",
  approves: true,
  verb: "trainee.approveCorrection",
  input: decideCorrectionInput,
  async run(actor, input) {
    const { traineeId } = await correcting.approveCorrection(actor, input);
    revalidatePath(`/trainees/${traineeId}`);
    return { to: `/trainees/${traineeId}`, about: { traineeId } };
  },
});

export const rejectCorrection = action({
  permission: "trainee:correct",
  approves: true,
  verb: "trainee.rejectCorrection",
  input: rejectCorrectionInput,
  async run(actor, input) {
    const { traineeId } = await correcting.rejectCorrection(actor, input);
    revalidatePath(`/trainees/${traineeId}`);
    return { to: `/trainees/${traineeId}`, about: { traineeId } };
  },
});

export const revealNumber = action({
  permission: "trainee:reveal",
  verb: "trainee.reveal",
  input: revealNumberInput,
  unkept: true,
  async run(actor, input) {
    return { number: await reveal(actor, input), of: input.number };
  },
});
