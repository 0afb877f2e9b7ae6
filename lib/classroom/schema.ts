import { z } from "zod";
import { clock, code, day, id, text, tick, version, whole } from "@/lib/command/fields";

const classroomNumber = z.coerce.number().int().min(1).max(99);

export const editClassroomInput = z.object({
  classroomNumber,
  version,
  name: text(20),
  kind: code,
  seats: whole(1, 200),
});
/** How many of one piece of equipment there are; none takes it off the list. */
export const equipClassroomInput = z.object({ classroomNumber, version, equipment: code, count: whole(0, 999) });
/** A time out of service. */
export const closingInput = z.object({
  classroomNumber,
  startsOn: day,
  startsAt: clock,
  endsOn: day,
  endsAt: clock,
  reason: text(60),
});
export const closeClassroomInput = z.object({
  ...closingInput.shape,
  /** Where the lessons of that time go, when the button that moves them was pressed. */
  moveTo: z.coerce.number("choose").int().min(1).max(99).optional(),
  move: tick,
});
export const reopenClassroomInput = z.object({ classroomNumber, closureId: id });

export type Closing = z.output<typeof closingInput>;
