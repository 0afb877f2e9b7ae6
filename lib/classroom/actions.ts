"use server";

import * as commands from "@/lib/classroom/commands";
import { form } from "@/lib/command/form";

export const editClassroom = form(commands.editClassroom, { after: toClassroom });
export const reopenClassroom = form(commands.reopenClassroom, { after: toClassroom });

function toClassroom(_: unknown, { classroomNumber: number }: { classroomNumber: number }) {
  return { to: `/classrooms/${number}`, told: { number: String(number) } };
}
