"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/command/action";
import * as mutations from "@/lib/trainer/mutations";
import { editTrainerInput, leaveTrainerInput, registerTrainerInput } from "@/lib/trainer/schema";

export const registerTrainer = action({
  permission: "trainer:edit",
  verb: "trainer.register",
  input: registerTrainerInput,
  async run(actor, input) {
    const { id } = await mutations.registerTrainer(actor, input);
    revalidatePath("/trainers");
    return { to: `/trainers/${id}`, about: { trainerId: id } };
  },
});

export const editTrainer = action({
  permission: "trainer:edit",
  verb: "trainer.edit",
  input: editTrainerInput,
  async run(actor, input) {
    await mutations.editTrainer(actor, input);
    revalidatePath("/trainers");
    return { to: `/trainers/${input.trainerId}` };
  },
});

export const leaveTrainer = action({
  permission: "trainer:edit",
  verb: "trainer.leave",
  input: leaveTrainerInput,
  async run(actor, input) {
    await mutations.leaveTrainer(actor, input);
    revalidatePath("/trainers");
    return { to: `/trainers/${input.trainerId}` };
  },
});
