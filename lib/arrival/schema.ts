import { z } from "zod";
import { day, id, listOf, text } from "@/lib/command/fields";

/** The people that are ticked, or `only` the one whose own button was pressed. */
export const noteArrivalsInput = z.object({
  cohortId: id,
  enrolmentIds: listOf(id),
  only: id.optional(),
  day,
});
export const undoArrivalInput = z.object({ arrivalId: id, reason: text(200) });
