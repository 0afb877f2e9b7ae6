import { z } from "zod";
import { day, id, optionalText, version } from "@/lib/command/fields";
import { name } from "@/lib/command/read-fields";

const who = { name, unit: optionalText(60), speciality: optionalText(60) };

export const registerTrainerInput = z.object(who);
export const editTrainerInput = z.object({ trainerId: id, version, ...who });
export const leaveTrainerInput = z.object({ trainerId: id, version, leftOn: day });
