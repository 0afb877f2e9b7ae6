"use server";

import { form } from "@/lib/command/form";
import * as commands from "@/lib/lesson-helper/commands";

const toLesson = {
  after: ({ helper }: { helper: string }, { lessonId }: { lessonId: string }) => ({
    to: `/schedule/lessons/${lessonId}`,
    told: { helper },
  }),
};
export const addHelper = form(commands.addHelper, toLesson);
export const removeHelper = form(commands.removeHelper, toLesson);
