import { z } from "zod";
import { day, id, optionalDay } from "@/lib/command/fields";

export const appointTeacherInput = z.object({ cohortId: id, trainerId: id, fromDay: day, untilDay: optionalDay });
export const endTeacherInput = z.object({ cohortId: id, postId: id, untilDay: day });
