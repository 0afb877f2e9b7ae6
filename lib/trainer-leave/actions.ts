"use server";

import { form } from "@/lib/command/form";
import * as commands from "@/lib/trainer-leave/commands";
import type { Day } from "@/lib/value/calendar";

export const grantLeave = form(commands.grantLeave, { after: toTrainer });
export const cancelLeave = form(commands.cancelLeave, { after: toTrainer });

function toTrainer({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }, { trainerId }: { trainerId: string }) {
  return { to: `/trainers/${trainerId}`, told: { from: startsOn, until: endsOn } };
}
