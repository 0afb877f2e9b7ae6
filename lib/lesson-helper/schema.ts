import { z } from "zod";
import { id } from "@/lib/command/fields";
import { HelperRole } from "@/prisma/generated/enums";

const helper = { lessonId: id, trainerId: id, role: z.enum(HelperRole, "choose") };

export const addHelperInput = z.object(helper);
export const removeHelperInput = z.object(helper);
