import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noesOf, readable } from "@/lib/command/values";
import { type Tx, transaction } from "@/lib/database/db";
import {
  type HeldCohort,
  holdCohorts,
  holdTrainer,
  periodsOf,
  refuseSharedTrainees,
  refuseWrongPlace,
  weighDay,
} from "@/lib/lesson/commands/hold";
import { listHolidays, refuseUnseen } from "@/lib/lesson/commands/holiday";
import { listLacks } from "@/lib/lesson/queries/fitting";
import { bookLessonInput, bookLessonsInput, moveLessonInput } from "@/lib/lesson/schema/book";
import type { Typed } from "@/lib/refusal/answer";
import type { Refusal } from "@/lib/refusal/refusal";
import { type Day, dayFromDate } from "@/lib/value/calendar";
import type { LessonKind } from "@/prisma/generated/enums";

/** U24: what booking a lesson would refuse, as far as the fields that are right tell it. */
export function foreseeBooking(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const { day, ...lesson } = readable(bookLessonInput.shape, typed);
  return transaction((tx) => noesOfLesson(tx, actor, { ...lesson, days: day ? [day] : [] }));
}

/** The same for several days. */
export function foreseeBookings(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const { days = [], holidays = [], ...lesson } = readable(bookLessonsInput.shape, typed);
  return transaction((tx) => noesOfLesson(tx, actor, { ...lesson, days: [...days, ...holidays], ticked: holidays }));
}

/** The same for a change; the cohorts of a lesson stay, and its own day needs no tick. */
export function foreseeMove(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const { day, ...lesson } = readable(moveLessonInput.shape, typed);
  return transaction(async (tx) => {
    const { lessonId } = lesson;
    const held = lessonId ? await tx.lesson.findUnique({ where: { id: lessonId }, select: before }) : null;
    return noesOfLesson(tx, actor, {
      ...lesson,
      cohortIds: held?.cohorts.map(({ cohortId }) => cohortId),
      days: day ? [day] : [],
      ticked: held ? [dayFromDate(held.day)] : [],
      stays: held?.kind === lesson.kind && held?.classroomNumber === lesson.classroomNumber,
    });
  });
}

const before = { day: true, kind: true, classroomNumber: true, cohorts: { select: { cohortId: true } } } as const;

type Wanted = {
  lessonId?: string | undefined;
  cohortIds?: string[] | undefined;
  kind?: LessonKind | undefined;
  classroomNumber?: number | null | undefined;
  trainerId?: string | undefined;
  startsAt?: string | undefined;
  endsAt?: string | undefined;
  days: Day[];
  ticked?: Day[];
  /** Practice that stays in its classroom: what that lacks was seen before. */
  stays?: boolean;
  accepted?: string[] | undefined;
};

/** Each question rests on what those before it have found; the rules are those of the command, and no lock outlives the look. */
function noesOfLesson(
  tx: Tx,
  actor: Actor,
  {
    lessonId,
    cohortIds = [],
    kind,
    classroomNumber,
    trainerId,
    startsAt,
    endsAt,
    days,
    ticked,
    stays,
    accepted = [],
  }: Wanted,
) {
  const lastDay = [...days].sort().at(-1);
  let cohorts: HeldCohort[] = [];
  let periods = 0;
  return noesOf(
    async () => {
      cohorts = await holdCohorts(tx, cohortIds);
    },
    classroomNumber !== undefined && (() => refuseWrongPlace(cohorts, classroomNumber)),
    !lessonId && (() => refuseSharedTrainees(tx, cohorts)),
    trainerId && lastDay && (() => holdTrainer(tx, trainerId, lastDay)),
    () => {
      if (startsAt && endsAt) periods = periodsOf({ startsAt, endsAt });
    },
    ...days.map((day) => () => periods > 0 && weighDay(tx, cohorts, { lessonId, day, periods })),
    async () => {
      const isPlaced = kind !== undefined && classroomNumber !== undefined && !stays;
      const lacks = isPlaced ? await listLacks(tx, actor.locale, cohortIds, [{ kind, classroomNumber }]) : [];
      refuseUnseen(await listHolidays(tx, days), { accepted, lacks, ...(ticked && { ticked }) });
    },
  );
}
