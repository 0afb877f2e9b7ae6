import { z } from "zod";
import { clock, day, id, text, version, whole } from "@/lib/fields";

const classroomNumber = z.coerce.number().int().min(1).max(99);

export const editClassroomInput = z.object({
  classroomNumber,
  version,
  classroomName: text(20),
  classroomSeats: whole(1, 200),
});
export const closeClassroomInput = z.object({
  classroomNumber,
  closedFrom: day,
  startsAt: clock,
  closedUntil: day,
  endsAt: clock,
  reason: text(60),
});
export const reopenClassroomInput = z.object({ classroomNumber, closureId: id });

export type EditClassroom = z.output<typeof editClassroomInput>;
export type ReopenClassroom = z.output<typeof reopenClassroomInput>;
