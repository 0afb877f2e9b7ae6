"use server";

import * as decide from "@/lib/attendance/commands/decide";
import * as leave from "@/lib/attendance/commands/leave";
import * as take from "@/lib/attendance/commands/take";
import * as several from "@/lib/attendance/commands/take-several";
import { form } from "@/lib/command/form";

export const takeRoll = form(take.takeRoll, {
  after: ({ lessonId, taken, pending }) => ({
    to: `/schedule/lessons/${lessonId}/roll`,
    about: { lessonId },
    told: { taken, pending },
  }),
});

/** The phone stays where it is and shows what came of its roll. */
export const sendRoll = form(take.takeRoll, { shows: ({ lessonId: _, ...told }) => told });

export const takeSeveral = form(several.takeSeveral, {
  after: ({ cohortId, lessons, taken, pending }) => ({
    to: `/cohorts/${cohortId}/attendance`,
    told: { lessons: lessons.length, taken, pending },
  }),
});

const toPerson = {
  after: ({ cohortId, enrolmentId }: { cohortId: string; enrolmentId: string }) => ({
    to: `/cohorts/${cohortId}/roster/${enrolmentId}`,
    about: { enrolmentId },
  }),
};
export const askLeave = form(leave.askLeave, toPerson);
export const grantLeave = form(leave.grantLeave, { decides: "leaveId", ...toPerson });
export const refuseLeave = form(leave.refuseLeave, { decides: "leaveId", ...toPerson });

const toList = { after: ({ lessonId }: { lessonId: string }) => ({ to: "/attendance", about: { lessonId } }) };
export const adoptPending = form(decide.adoptPending, { decides: "pendingId", ...toList });
export const discardPending = form(decide.discardPending, { decides: "pendingId", ...toList });
