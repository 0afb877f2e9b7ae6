import "server-only";
import { listClassrooms } from "@/lib/classroom/queries";
import { fits, type Lack, lackOf } from "@/lib/classroom/rules";
import { db } from "@/lib/database/db";
import { listObstacles, type Obstacle } from "@/lib/lesson/queries/alternatives";
import { listNeeds } from "@/lib/lesson/queries/fitting";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import type { Offer } from "@/lib/lesson/rules/alternatives";
import { type Day, dayFromDate } from "@/lib/value/calendar";

/** A lesson as it would stand for a cohort; `id` tells it from the others of its plan. */
type Wished = Pick<LessonRecord, "id" | "day" | "startsAt" | "endsAt" | "title" | "kind" | "trainer" | "classroom">;

/** The same with what is in its way there. */
export type PlannedLesson = Wished & {
  /** A copy that was used already stands in the cohort's timetable; then nothing else is in its way. */
  isCopied: boolean;
  obstacle: Obstacle | null;
  /** Where it could stand instead, if that was looked for and found. */
  offer: Offer | null;
  hasLeft: boolean;
  lacksRoom: boolean;
  lacksSeats: boolean;
  /** What the classroom lacks for the practice in it. */
  lack: Lack | null;
};

type Target = { id: string; seats: number; atBase: boolean };

/** What is in the way of each of the lessons of a plan: asked for all of them first, then told for one. */
export async function inTheWayOf(target: Target, plan: readonly Wished[]) {
  const [obstacles, left, needs, rooms] = await Promise.all([
    obstaclesOf(target.id, plan),
    leavingDays(plan),
    listNeeds([target.id]),
    listClassrooms(),
  ]);
  const lackIn = (number: number | undefined): Lack | null => {
    const room = rooms.find((one) => one.number === number);
    return room && !fits(room, needs) ? lackOf(room, needs) : null;
  };
  return ({ id, day, startsAt, endsAt, title, kind, classroom, trainer }: Wished): PlannedLesson => ({
    id,
    day,
    startsAt,
    endsAt,
    title,
    kind,
    classroom,
    trainer,
    isCopied: false,
    obstacle: obstacles.get(id) ?? null,
    offer: null,
    hasLeft: hasLeft(left.get(trainer.id), day),
    lacksRoom: target.atBase && classroom === null,
    lacksSeats: classroom !== null && classroom.seats < target.seats,
    lack: kind === "PRACTICE" ? lackIn(classroom?.number) : null,
  });
}

/** Asked once for all lessons that share classroom, trainer and hours. */
async function obstaclesOf(cohortId: string, plan: readonly Wished[]): Promise<Map<string, Obstacle>> {
  const alike = new Map<string, Wished[]>();
  for (const lesson of plan) {
    const key = [lesson.classroom?.number, lesson.trainer.id, lesson.startsAt, lesson.endsAt].join(" ");
    alike.set(key, [...(alike.get(key) ?? []), lesson]);
  }
  const found = await Promise.all(
    [...alike.values()].map(async (group) => {
      const { classroom, trainer, startsAt, endsAt } = group[0] as Wished;
      const wanted = {
        cohortIds: [cohortId],
        classroomNumber: classroom?.number ?? null,
        trainerId: trainer.id,
        startsAt,
        endsAt,
      };
      const days = [...new Set(group.map(({ day }) => day))];
      const byDay = new Map((await listObstacles(wanted, days)).map((obstacle) => [obstacle.day, obstacle]));
      return group.map(({ id, day }) => [id, byDay.get(day)] as const);
    }),
  );
  return new Map(found.flat().filter((pair): pair is [string, Obstacle] => pair[1] !== undefined));
}

const hasLeft = (leftOn: Day | undefined, day: Day): boolean => leftOn !== undefined && day >= leftOn;

async function leavingDays(plan: readonly Wished[]): Promise<Map<string, Day>> {
  const found = await db.trainer.findMany({
    where: { id: { in: [...new Set(plan.map(({ trainer }) => trainer.id))] }, leftOn: { not: null } },
    select: { id: true, leftOn: true },
  });
  return new Map(found.map(({ id, leftOn }) => [id, dayFromDate(leftOn as Date)]));
}
