import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { closeClassroom, instant } from "@/lib/classroom/commands/close";
import { type Closing, closeClassroomInput } from "@/lib/classroom/schema";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { moveLesson } from "@/lib/lesson/commands/change";
import { holdCohorts } from "@/lib/lesson/commands/hold";
import { listStandIns } from "@/lib/lesson/queries/stand-ins";

import { Refusal } from "@/lib/refusal/refusal";
import { dayFromDate } from "@/lib/value/calendar";

/** R36: takes a classroom out of service; the lessons of that time move to another one together, or nothing happens. */
export const clearClassroom = command({
  verb: "classroom.close",
  permission: "classroom:close",
  input: closeClassroomInput,
  async run(tx, actor, { move, moveTo, ...closing }) {
    if (move && !may(actor.role, "lesson:move")) throw new Refusal("NOT_ALLOWED");
    const moved = move && moveTo !== undefined ? await moveAll(tx, actor, closing, moveTo) : 0;
    try {
      await closeClassroom.run(tx, actor, closing);
    } catch (error) {
      throw (await withStandIns(tx, closing, error)) ?? error;
    }
    return { moved };
  },
});

async function moveAll(tx: Tx, actor: Actor, closing: Closing, moveTo: number): Promise<number> {
  const lessons = await listTaught(tx, closing);
  // All cohorts first, in the order of all locks: each move takes its own again, which then waits for nobody.
  await holdCohorts(tx, [...new Set(lessons.flatMap(({ cohorts }) => cohorts.map(({ cohortId }) => cohortId)))]);

  const room = (await listStandIns(tx, spanOf(closing))).find(({ number }) => number === moveTo);
  if (!room) throw new Refusal("INPUT_WRONG", { field: "moveTo", case: "UNKNOWN_CLASSROOM" });
  if (room.lacking.length > 0) {
    const which = room.lacking.slice(0, 5);
    const lacking = { classroom: `${room.label} ${room.name}`, count: room.lacking.length, which };
    throw new Refusal("CLASSROOM_TAKEN", { field: "moveTo", case: "CANNOT_MOVE", ...lacking });
  }
  for (const { id: lessonId, cohorts: _, day, ...lesson } of lessons)
    await moveLesson.run(tx, actor, {
      ...lesson,
      lessonId,
      day: dayFromDate(day),
      classroomNumber: moveTo,
      accepted: [],
    });
  return lessons.length;
}

/** The refusal names the lessons that are in the way and the classrooms that could take them. */
async function withStandIns(tx: Tx, closing: Closing, error: unknown): Promise<Refusal | undefined> {
  if (!(error instanceof Refusal) || error.figures.case !== "TAUGHT") return undefined;
  const rooms = await listStandIns(tx, spanOf(closing));
  const { field, figures, lists } = error;
  const count = (await listTaught(tx, closing)).length;
  return new Refusal(error.refusal, { ...figures, ...lists, ...(field && { field }), count, rooms });
}

const spanOf = ({ classroomNumber, startsOn, startsAt, endsOn, endsAt }: Closing) => ({
  classroomNumber,
  from: instant(startsOn, startsAt),
  to: instant(endsOn, endsAt),
});

const taught = z.array(z.object({ id: z.string() }));

async function listTaught(tx: Tx, closing: Closing) {
  const { classroomNumber, from, to } = spanOf(closing);
  const found = taught.parse(
    await tx.$queryRaw`
    SELECT id FROM lessons
    WHERE classroom_number = ${classroomNumber}::int AND cancelled_at IS NULL AND during && tstzrange(${from}, ${to})`,
  );
  return tx.lesson.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: [{ day: "asc" }, { startsAt: "asc" }],
    select: {
      id: true,
      version: true,
      title: true,
      kind: true,
      trainerId: true,
      day: true,
      startsAt: true,
      endsAt: true,
      cohorts: { select: { cohortId: true } },
    },
  });
}
