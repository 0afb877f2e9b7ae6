"use server";

import { revalidatePath } from "next/cache";
import * as mutations from "@/lib/classroom/mutations";
import { editClassroomInput, reopenClassroomInput } from "@/lib/classroom/schema";
import { action } from "@/lib/command/action";

export const editClassroom = action({
  permission: "classroom:close",
  verb: "classroom.edit",
  input: editClassroomInput,
  async run(actor, input) {
    await mutations.editClassroom(actor, input);
    revalidatePath("/schedule");
    return { to: `/classrooms/${input.classroomNumber}`, told: { number: String(input.classroomNumber) } };
  },
});

export const reopenClassroom = action({
  permission: "classroom:close",
  verb: "classroom.reopen",
  input: reopenClassroomInput,
  async run(actor, input) {
    await mutations.reopenClassroom(actor, input);
    revalidatePath("/schedule");
    return { to: `/classrooms/${input.classroomNumber}`, told: { number: String(input.classroomNumber) } };
  },
});
