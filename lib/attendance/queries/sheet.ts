import "server-only";
import { attendanceFrom, questionsOfAttendance } from "@/lib/attendance/queries/grid";
import { pendingWithin } from "@/lib/attendance/queries/pending";
import { untakenWithin } from "@/lib/attendance/queries/untaken";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { together } from "@/lib/database/together";

/** All that the sheet of a cohort shows this person, in one statement and so at one instant (I25). */
export async function findSheet(actor: Actor, cohortId: string) {
  const { untaken, pending, ...found } = await together(db, {
    ...questionsOfAttendance(cohortId),
    untaken: untakenWithin(actor, cohortId),
    pending: pendingWithin({ cohortId }),
  });
  return { attendance: attendanceFrom(found), untaken, pending };
}
