"use server";

import * as commands from "@/lib/arrival/commands";
import { form } from "@/lib/command/form";

export const noteArrivals = form(commands.noteArrivals, {
  after: ({ noted, already, gone }, { cohortId, day }) => ({
    to: `/cohorts/${cohortId}/arrivals`,
    told: { noted, already, gone, day },
  }),
});

export const undoArrival = form(commands.undoArrival, {
  after: ({ cohortId, enrolmentId }) => ({ to: `/cohorts/${cohortId}/roster/${enrolmentId}`, about: { enrolmentId } }),
});
