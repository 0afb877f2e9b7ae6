import "server-only";
import { attendanceWaiting } from "@/lib/attendance/queries/waiting";
import type { Actor } from "@/lib/auth/actor";
import { may, mayApprove, mayPropose } from "@/lib/auth/permissions";
import { allClassrooms } from "@/lib/classroom/queries";
import { questionsOfYear, yearFrom } from "@/lib/cohort/queries/year";
import { db } from "@/lib/database/db";
import { provided, together } from "@/lib/database/together";
import { currentPlans, plansBelow } from "@/lib/fund/queries/below";
import { lessonsOfDay } from "@/lib/lesson/queries/timetable";
import { certificatesAtWork } from "@/lib/qualification/queries/certificates";
import { isAsked, standingOfAll } from "@/lib/qualification/rules";
import { figuresInForce, parametersIn } from "@/lib/setting/parameter";
import { changesOf } from "@/lib/setting/queries";
import { waitsFor } from "@/lib/setting/rules";
import { headsOf } from "@/lib/today/queries/heads";
import { openCohortOf, openCohorts } from "@/lib/today/queries/open-cohorts";
import { openCorrections } from "@/lib/trainee/queries/correction";
import { openMerges } from "@/lib/trainee/queries/merge";
import { yearOf } from "@/lib/value/calendar";

/** All that 今日 shows this person, in one statement and so at one instant (I25); what is not theirs to decide is not asked. */
export async function findToday(actor: Actor) {
  const { id, role, today } = actor;
  const year = yearOf(today);
  const mayDecide = {
    changes: mayApprove(role, "setting:change"),
    plans: mayPropose(role, "money:record") || mayApprove(role, "money:record"),
    corrections: mayApprove(role, "trainee:correct"),
    merges: mayApprove(role, "trainee:merge"),
    attendance: mayApprove(role, "attendance:correct"),
    trainers: may(role, "trainer:edit"),
  };
  const found = await together(db, {
    ...questionsOfYear(year),
    heads: headsOf(year),
    cohorts: openCohorts(actor),
    classrooms: allClassrooms,
    lessons: lessonsOfDay(today),
    figures: figuresInForce(today),
    changes: provided(mayDecide.changes, changesOf({ open: true })),
    plans: provided(mayDecide.plans, currentPlans(today)),
    corrections: provided(mayDecide.corrections, openCorrections(id)),
    merges: provided(mayDecide.merges, openMerges(id)),
    attendance: provided(mayDecide.attendance, attendanceWaiting(id)),
    trainers: provided(mayDecide.trainers, certificatesAtWork(today)),
  });
  const [heads] = found.heads;
  if (!heads) throw new Error("A year has its heads, be they none");
  const parameters = parametersIn(found.figures);
  const noticeDays = parameters("certificate_notice_days");
  return {
    year: yearFrom(year, found),
    heads,
    cohorts: found.cohorts.map((cohort) => openCohortOf(cohort, today)),
    classrooms: found.classrooms,
    lessons: found.lessons,
    parameters,
    changes: found.changes.filter((change) => waitsFor(actor, change)),
    plansBelow: plansBelow(found.plans),
    corrections: found.corrections,
    merges: found.merges,
    attendance: found.attendance[0] ?? { pending: 0, leaves: 0 },
    /** Trainers whose certificates somebody has to see to, as the register lists them. */
    certificatesDue: found.trainers.filter(({ certificates }) =>
      isAsked("DUE", standingOfAll(certificates, today, noticeDays).standing),
    ).length,
  };
}
