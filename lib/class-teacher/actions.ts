"use server";

import * as commands from "@/lib/class-teacher/commands";
import { form } from "@/lib/command/form";

const toCohort = {
  after: ({ teacher }: { teacher: string }, { cohortId }: { cohortId: string }) => ({
    to: `/cohorts/${cohortId}`,
    told: { teacher },
  }),
};
export const appointTeacher = form(commands.appointTeacher, toCohort);
export const endTeacher = form(commands.endTeacher, toCohort);
