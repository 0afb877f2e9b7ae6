"use server";

import { form } from "@/lib/command/form";
import * as commands from "@/lib/trainer/commands";

export const registerTrainer = form(commands.registerTrainer, {
  after: ({ id }) => ({ to: `/trainers/${id}`, about: { trainerId: id } }),
});

export const editTrainer = form(commands.editTrainer, { after: toTrainer });
export const leaveTrainer = form(commands.leaveTrainer, { after: toTrainer });

function toTrainer(_: unknown, { trainerId }: { trainerId: string }) {
  return { to: `/trainers/${trainerId}` };
}
