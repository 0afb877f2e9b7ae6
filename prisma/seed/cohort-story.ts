import { closeCohort, proposeClosing, startExam } from "@/lib/cohort/commands/close";
import { approveCohort, returnCohort } from "@/lib/cohort/commands/decide";
import { draftCohort } from "@/lib/cohort/commands/plan";
import { submitCohort } from "@/lib/cohort/commands/submit";
import { draftCohortInput } from "@/lib/cohort/schema";
import { proposeIssue } from "@/lib/completion/commands/certificate";
import { approveRequest } from "@/lib/completion/commands/request";
import { db } from "@/lib/database/db";
import { startCohort } from "@/lib/enrolment/commands/cohort";
import { enrol } from "@/lib/enrolment/commands/enrol";
import { addDays, type Day } from "@/lib/value/calendar";
import type { DemoCohort } from "./cohorts";
import { type DemoCourse, demoCourses } from "./courses";
import { giveHelpersOf } from "./helper-story";
import { bookTimetable } from "./lesson-story";
import type { DemoPerson } from "./people";
import { register } from "./person-story";
import { passEverybody } from "./results";
import { noteArrivalsOf, takeRolls } from "./roll-story";
import type { Cast } from "./story";

type NextPerson = (female: boolean, poor: boolean) => DemoPerson;

/** One cohort from its draft to where the demo finds it: staff propose, the county reviewer approves and closes. */
export async function leadCohort(
  cast: Cast,
  plan: DemoCohort,
  { courses, next, today }: { courses: Map<DemoCourse, string>; next: NextPerson; today: Day },
) {
  const staff = (on: Day) => cast("yangjin", on);
  const reviewer = (on: Day) => cast("liming", on);
  const decided = addDays(plan.applied, 1);

  const { id } = await draftCohort(staff(plan.applied), inputOf(plan, courses));
  const now = async () => ({
    cohortId: id,
    ...(await db.cohort.findUniqueOrThrow({ where: { id }, select: { version: true } })),
  });
  await bookTimetable(staff(plan.applied), id, plan);
  await submitCohort(staff(plan.applied), await now());
  if (plan.until === "SUBMITTED") return;
  if (plan.until === "RETURNED") {
    await returnCohort(reviewer(decided), { ...(await now()), reason: plan.reason ?? "" });
    return;
  }
  const documentNo = `得人社培〔2018〕${Number(plan.applied.slice(5, 7)) * 3 + Number(plan.applied.slice(8))}号`;
  await approveCohort(reviewer(decided), { ...(await now()), documentNo, opinion: undefined });

  await enrolPeople(cast, id, plan, next);
  if (plan.until === "APPROVED") return;
  await startCohort(staff(plan.from), await now());
  if (plan.until === "IN_PROGRESS") {
    await giveHelpersOf(cast, id, plan.from);
    await noteArrivalsOf(cast, id, plan.from);
    return takeRolls(cast, id, today);
  }
  await complete(cast, id, plan, now);
}

function inputOf({ course, title, from, to, seats, place }: DemoCohort, courses: Map<DemoCourse, string>) {
  return draftCohortInput.parse({
    courseId: courses.get(course),
    title,
    startsOn: from,
    endsOn: to,
    seats: String(seats),
    atBase: place ? "OUTSIDE" : "BASE",
    place: place ?? "",
    contact: "央金",
    examPlan:
      course === "trade" ? "理论笔试，满分 100 分，60 分合格。" : "理论笔试与实操考核，各项满分 100 分，60 分合格。",
    material: `${demoCourses[course].name}培训教材`,
  });
}

async function enrolPeople(
  cast: Cast,
  cohortId: string,
  { people, women, poor, waiting = 0, from }: DemoCohort,
  next: NextPerson,
) {
  for (let n = 0; n < people + waiting; n++) {
    const staff = cast("yangjin", addDays(from, n < people ? -6 : -3));
    // Women and registered poor households are spread over the roster by turns.
    const female = n >= people || Math.floor(((n + 1) * women) / people) > Math.floor((n * women) / people);
    const isPoor = n < people && Math.floor(((n + 1) * poor) / people) > Math.floor((n * poor) / people);
    const traineeId = await register(staff, next(female, isPoor));
    await enrol(staff, { cohortId, traineeId, place: n < people ? "CONFIRMED" : "WAITLISTED" });
  }
}

async function complete(
  cast: Cast,
  cohortId: string,
  { to, shift }: DemoCohort,
  now: () => Promise<{ cohortId: string; version: number }>,
) {
  await startExam(cast("yangjin", to), await now());
  await passEverybody(cast("yangjin", to), cohortId, shift);
  await proposeIssue(cast("yangjin", addDays(to, 1)), { cohortId });
  const { id: requestId } = await db.certificateRequest.findFirstOrThrow({ where: { cohortId }, select: { id: true } });
  await approveRequest(cast("danzeng", addDays(to, 2)), { requestId });
  await proposeClosing(cast("danzeng", addDays(to, 3)), await now());
  await closeCohort(cast("liming", addDays(to, 5)), await now());
}
