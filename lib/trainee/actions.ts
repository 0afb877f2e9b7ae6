"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { editTrainee as edit } from "@/lib/trainee/mutations/edit";
import { registerTrainee as register } from "@/lib/trainee/mutations/register";
import { revealNumber as reveal } from "@/lib/trainee/mutations/reveal";
import { editTraineeInput, registerTraineeInput, revealNumberInput } from "@/lib/trainee/schema";

export const registerTrainee = action({
  permission: "trainee:create",
  verb: "trainee.register",
  input: registerTraineeInput,
  async run(actor, input) {
    const { id } = await register(actor, input);
    revalidatePath("/trainees");
    return { to: `/trainees/${id}` };
  },
});

export const editTrainee = action({
  permission: "trainee:edit",
  verb: "trainee.edit",
  input: editTraineeInput,
  async run(actor, input) {
    await edit(actor, input);
    revalidatePath(`/trainees/${input.traineeId}`);
    return { to: `/trainees/${input.traineeId}` };
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
