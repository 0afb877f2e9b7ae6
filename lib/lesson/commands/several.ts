import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { cancel, moveLesson } from "@/lib/lesson/commands/change";
import { tellingWhich } from "@/lib/lesson/commands/clash";
import { holdSeveral } from "@/lib/lesson/commands/hold-several";
import { listHolidays, refuseUnseen } from "@/lib/lesson/commands/holiday";
import { laterDay } from "@/lib/lesson/rules/postpone";
import {
  cancelLessonsInput,
  changeClassroomInput,
  postponeLessonsInput,
  substituteInput,
  substituteSeveralInput,
} from "@/lib/lesson/schema/several";
import { Refusal } from "@/lib/refusal/refusal";
import { addDays, type Day } from "@/lib/value/calendar";
import { listExceptions } from "@/lib/working-day/queries";
import { workedBy } from "@/lib/working-day/rules";

/** Frees what all of them took, for one reason. */
export const cancelLessons = command({
  verb: "lesson.cancelSeveral",
  permission: "lesson:cancel",
  input: cancelLessonsInput,
  async run(tx, actor, { lessons, reason }) {
    const held = await holdSeveral(tx, lessons);
    const ids = held.map(({ lessonId }) => lessonId);
    await cancel(tx, actor, ids, reason);
    return { count: ids.length };
  },
});

/** R36: so many days or teaching days later, each at its time; the latest goes first, so that none of them is in the way of another. */
export const postponeLessons = command({
  verb: "lesson.postpone",
  permission: "lesson:move",
  input: postponeLessonsInput,
  async run(tx, actor, { lessons, steps, by, accepted }) {
    const held = await holdSeveral(tx, lessons);
    const isWorked = workedBy(await exceptionsAround(tx, held, steps));
    const later = held.map((lesson) => ({ ...lesson, day: laterDay(lesson.day, steps, by, isWorked) }));
    const holidays = await listHolidays(
      tx,
      later.map(({ day }) => day),
    );
    await moveAll(tx, actor, later);
    refuseUnseen(holidays, { accepted });
    return { count: later.length };
  },
});

/** R36, R37: all of them move to one classroom, at their times. */
export const changeClassroom = command({
  verb: "lesson.changeClassroom",
  permission: "lesson:move",
  input: changeClassroomInput,
  async run(tx, actor, { lessons, classroomNumber }) {
    const held = await holdSeveral(tx, lessons, { classroomNumber });
    if ((await hold(tx, "classrooms", classroomNumber)) === 0)
      throw new Refusal("INPUT_WRONG", { field: "classroomNumber", case: "UNKNOWN_CLASSROOM" });
    await moveAll(
      tx,
      actor,
      held.map((lesson) => ({ ...lesson, classroomNumber })),
    );
    return { count: held.length };
  },
});

/** R36: somebody else gives all of them. */
export const substituteSeveral = command({
  verb: "lesson.substituteSeveral",
  permission: "lesson:move",
  input: substituteSeveralInput,
  run: (tx, actor, { lessons, trainerId }) => substitute(tx, actor, lessons, trainerId),
});

/** R36: somebody else gives one lesson (代课). */
export const substituteTrainer = command({
  verb: "lesson.substitute",
  permission: "lesson:move",
  input: substituteInput,
  run: (tx, actor, { trainerId, ...lesson }) => substitute(tx, actor, [lesson], trainerId),
});

async function substitute(tx: Tx, actor: Actor, lessons: Parameters<typeof holdSeveral>[1], trainerId: string) {
  const held = await holdSeveral(tx, lessons, { trainerId });
  await moveAll(
    tx,
    actor,
    held.map((lesson) => ({ ...lesson, trainerId })),
  );
  return { count: held.length };
}

type Moved = Awaited<ReturnType<typeof holdSeveral>>;

/** Each is moved and noted as one lesson is; the first that cannot be undoes all, with both sides named. Holidays are asked about together. */
async function moveAll(tx: Tx, actor: Actor, lessons: Moved): Promise<void> {
  for (const lesson of lessons)
    await tellingWhich(lesson, () => moveLesson.run(tx, actor, { ...lesson, accepted: ["HOLIDAY"] }));
}

/** As far as so many working days can lie ahead, over the longest holidays too. */
async function exceptionsAround(tx: Tx, lessons: readonly { day: Day }[], steps: number) {
  const days = lessons.map(({ day }) => day).sort();
  const [first, last] = [days[0] as Day, days.at(-1) as Day];
  return listExceptions(first, addDays(last, steps * 2 + 30), tx);
}
