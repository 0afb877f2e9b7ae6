"use server";

import * as close from "@/lib/classroom/commands/close";
import * as edit from "@/lib/classroom/commands/edit";
import * as equip from "@/lib/classroom/commands/equip";
import { form } from "@/lib/command/form";

export const editClassroom = form(edit.editClassroom, { after: toClassroom });
export const equipClassroom = form(equip.equipClassroom, { after: toClassroom });
export const reopenClassroom = form(close.reopenClassroom, { after: toClassroom });

function toClassroom(_: unknown, { classroomNumber: number }: { classroomNumber: number }) {
  return { to: `/classrooms/${number}`, told: { number: String(number) } };
}
