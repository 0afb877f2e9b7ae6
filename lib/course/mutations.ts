import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { mayCourseBecome, type Occupation, printedOccupation } from "@/lib/course/rules";
import type { CreateCourse, EditCourse, MoveCourse } from "@/lib/course/schema";
import { type Tx, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import type { CourseState } from "@/prisma/generated/enums";

/** A new course begins as a draft; two of one code there cannot be. */
export async function createCourse(actor: Actor, { courseCode: code, covered, ...input }: CreateCourse) {
  const id = newId();
  return transaction(async (tx) => {
    const data = { id, code, isDemo: actor.isDemo, ...columnsOf(input) };
    const { count } = await tx.course.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new Refusal("INPUT_WRONG", { field: "courseCode", case: "COURSE_CODE_TAKEN" });

    await writeCovered(tx, id, covered);
    await recordAudit(tx, actor, "course.create", {
      type: "course",
      id,
      after: { courseCode: code, ...told(columnsOf(input)), covered: printed(covered) },
    });
    return { id };
  });
}

/** R42: cohorts that are already approved keep what they were approved with; later ones are measured by the new figures. */
export async function editCourse(actor: Actor, { courseId, version, covered, ...input }: EditCourse) {
  return transaction(async (tx) => {
    const course = await holdCourse(tx, courseId);
    if (course.version !== version) await refuseStale(tx, courseId, course);
    const after = columnsOf(input);
    if (course.state === "OPEN") refuseTooShort(after);

    await tx.course.update({
      where: { id: courseId },
      data: { ...after, version: { increment: 1 } },
      select: { id: true },
    });
    const { covered: had, ...before } = course;
    const change = changed(before, after);
    if (printed(had) !== printed(covered)) {
      await tx.courseOccupation.deleteMany({ where: { courseId } });
      await writeCovered(tx, courseId, covered);
      Object.assign(change.before, { covered: printed(had) });
      Object.assign(change.after, { covered: printed(covered) });
    }
    await recordAudit(tx, actor, "course.edit", { type: "course", id: courseId, ...change });
  });
}

export const openCourse = (actor: Actor, input: MoveCourse) => moveCourse(actor, input, "OPEN", "course.open");
export const archiveCourse = (actor: Actor, input: MoveCourse) =>
  moveCourse(actor, input, "ARCHIVED", "course.archive");

async function moveCourse(actor: Actor, { courseId, version }: MoveCourse, state: CourseState, verb: string) {
  return transaction(async (tx) => {
    const course = await holdCourse(tx, courseId);
    if (!mayCourseBecome(course.state, state)) throw new Refusal("WRONG_STATE");
    if (course.version !== version) throw new Refusal("STALE", { case: "RELOAD" });
    if (state === "OPEN") refuseTooShort(course);

    await tx.course.update({
      where: { id: courseId },
      data: { state, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, actor, verb, {
      type: "course",
      id: courseId,
      before: { state: course.state },
      after: { state },
    });
  });
}

async function holdCourse(tx: Tx, id: string) {
  await tx.$executeRaw`SELECT 1 FROM courses WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const course = await tx.course.findUnique({
    where: { id },
    select: { ...columns, state: true, version: true, covered },
  });
  if (!course) throw new Refusal("WRONG_STATE");
  return course;
}

/** I27, U26: what stands there now, and by whom, for the form to set beside what was typed. */
async function refuseStale(
  tx: Tx,
  id: string,
  { version, name, type, state: _, covered, ...rest }: HeldCourse,
): Promise<never> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectId: id },
    orderBy: { id: "desc" },
    select: { actorName: true, at: true },
  });
  const texts = Object.fromEntries(Object.entries(rest).map(([column, value]) => [column, value ?? ""]));
  throw new Refusal("STALE", {
    version,
    by: last?.actorName ?? "",
    at: last?.at.toISOString() ?? "",
    courseName: name,
    courseType: type,
    ...texts,
    covered: printed(covered),
  });
}

/** R42: a course that plans less than it asks for could never be opened as a cohort. */
function refuseTooShort({
  theoryPeriods,
  practicePeriods,
  minPeriods,
}: {
  theoryPeriods: number;
  practicePeriods: number;
  minPeriods: number;
}) {
  const planned = theoryPeriods + practicePeriods;
  if (planned < minPeriods)
    throw new Refusal("INPUT_WRONG", { field: "minPeriods", case: "COURSE_TOO_SHORT", planned, minimum: minPeriods });
}

const writeCovered = (tx: Tx, courseId: string, occupations: Occupation[]) =>
  tx.courseOccupation.createMany({ data: occupations.map((one) => ({ courseId, ...one })) });

const printed = (occupations: Occupation[]) => occupations.map(printedOccupation).sort().join("\n");

type HeldCourse = Awaited<ReturnType<typeof holdCourse>>;

const covered = {
  select: { occupation: true, occupationCode: true, level: true },
  orderBy: { occupation: "asc" },
} as const;

const columns = {
  name: true,
  type: true,
  occupation: true,
  occupationCode: true,
  level: true,
  theoryPeriods: true,
  practicePeriods: true,
  minPeriods: true,
  planGraded: true,
  description: true,
} as const;

function columnsOf(input: Omit<EditCourse, "courseId" | "version" | "covered">) {
  const {
    courseName: name,
    courseType: type,
    theoryPeriods,
    practicePeriods,
    minPeriods,
    planGraded,
    description,
  } = input;
  if (theoryPeriods + practicePeriods === 0)
    throw new Refusal("INPUT_WRONG", { field: "theoryPeriods", case: "NO_PERIODS" });
  const { occupation = null, occupationCode = null, level = null } = input;
  const periods = { theoryPeriods, practicePeriods, minPeriods };
  return { name, type, occupation, occupationCode, level, ...periods, planGraded, description };
}

type Columns = ReturnType<typeof columnsOf>;

/** The audit keeps what changed and nothing else, under the names people know. */
function changed(before: Columns, after: Columns) {
  const names = (Object.keys(after) as (keyof Columns)[]).filter((name) => before[name] !== after[name]);
  const only = (columns: Columns) => told(Object.fromEntries(names.map((name) => [name, columns[name]])));
  return { before: only(before), after: only(after) };
}

const told = (columns: Partial<Columns>) =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [auditNames[name] ?? name, value]));

const auditNames: Record<string, string> = { name: "courseName", type: "courseType" };
