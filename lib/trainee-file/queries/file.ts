import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { standingOf } from "@/lib/completion/queries/standing";
import { examParts, judge } from "@/lib/completion/rules";
import { db, type Tx } from "@/lib/database/db";
import { provided, type Told, together } from "@/lib/database/together";
import { placeNames } from "@/lib/place/queries";
import { type Called, calledOn } from "@/lib/place/rules";
import { cohortsOf } from "@/lib/trainee-file/queries/cohorts";
import { correctionsOf, formerNamesOf } from "@/lib/trainee-file/queries/identity";
import { looksAt } from "@/lib/trainee-file/queries/looks";
import { arrivalsOf, certificatesOf, leavesOf } from "@/lib/trainee-file/queries/papers";
import { maySeeLooks } from "@/lib/trainee-file/rules";
import type { Day } from "@/lib/value/calendar";
import { Prisma } from "@/prisma/generated/client";

/** All that hangs on one person beside the record itself, in one statement; without who looked for a reader who may not see it. */
export async function findTraineeFile(traineeId: string, { role, today }: Asker, tx: Tx = db) {
  const seesLooks = maySeeLooks(role);
  const { cohorts, called, ...file } = await together(tx, {
    cohorts: cohortsOf(traineeId),
    certificates: certificatesOf(traineeId),
    leaves: leavesOf(traineeId),
    arrivals: arrivalsOf(traineeId),
    names: formerNamesOf(traineeId),
    corrections: correctionsOf(traineeId),
    looks: provided(seesLooks, looksAt(traineeId)),
    called: placeNames(Prisma.sql`(SELECT village_code FROM trainees WHERE id = ${traineeId}::uuid)`),
  });
  return { ...file, seesLooks, cohorts: cohorts.map((one) => takenPart(one, called, today)) };
}

type Asker = Pick<Actor, "role" | "today">;

export type TraineeFile = Awaited<ReturnType<typeof findTraineeFile>>;

type CohortRow = Told<{ cohorts: ReturnType<typeof cohortsOf> }>["cohorts"][number];

/** One cohort with what was reached in it, why, and what the home was called when it began beside what it is called today. */
function takenPart(row: CohortRow, called: Called[], today: Day) {
  const { id, state, stateReason, endedOn, subsidised, cohortId, number, title, course, startsOn, endsOn, rolls } = row;
  const { attendancePercent, passMark, makeUpDays, lastLesson, lessonsAhead } = row;
  const standing = standingOf(row);
  const parts = examParts(row);
  const terms = { parts, attendancePercent, passMark, makeUpDays, lastLesson, lessonsAhead };
  const isExplained = state === "NOT_COMPLETED" || state === "IN_TRAINING";
  const [then, now] = [calledOn(called, startsOn), calledOn(called, today)];
  return {
    ...{ id, state, stateReason, endedOn, subsidised, cohortId, number, title, course, startsOn, endsOn, rolls },
    ...{ ...standing, parts },
    reasons: isExplained ? judge(standing, terms, today).reasons : [],
    home: then && { township: then.township, village: then.village },
    homeNow: now && now.township !== then?.township ? now.township : null,
  };
}

export type TakenPart = TraineeFile["cohorts"][number];
