import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { toldOf } from "@/lib/audit/rules";
import type { Actor } from "@/lib/auth/actor";
import { changeCohort, type CohortFields as Fields } from "@/lib/cohort/commands/change";
import type { HeldCohort } from "@/lib/cohort/commands/hold";
import { explained } from "@/lib/cohort/commands/year";
import { listFaults } from "@/lib/cohort/rules/faults";
import { editableOf, noEditing } from "@/lib/cohort/rules/states";
import { type DraftCohort, draftCohortInput, type EditCohort } from "@/lib/cohort/schema";
import { command } from "@/lib/command/command";
import { refuseOvertaken } from "@/lib/command/overtaken";
import type { Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";

/** A new cohort begins as a draft, with the next number of its year; R29 is refused by the database. */
export const draftCohort = command({
  verb: "cohort.draft",
  permission: "cohort:draft",
  input: draftCohortInput,
  async run(tx, actor, input) {
    const id = newId();
    const course = await findOpenCourse(tx, input.courseId);
    const fields = fieldsOf({ ...input, title: input.title ?? course.name });
    const days = { startsOn: dateFromDay(fields.startsOn), endsOn: dateFromDay(fields.endsOn) };

    const { number } = await tx.cohort.create({
      data: { id, ...fields, ...days, createdById: actor.id, isDemo: actor.isDemo },
      select: { number: true },
    });
    await recordAudit(tx, actor, "cohort.draft", { type: "cohort", id, after: { number, ...toldOf(fields) } });
    return { id, number };
  },
});

/**
 * R25, R27: a new start day, or another place, takes the cohort's 人次 from one year to the other; the database moves them all or refuses.
 * A step of the story that asks again who waits (I5), which is told where the waiting list is known: among the enrolments.
 */
export async function edit(
  tx: Tx,
  actor: Actor,
  cohort: HeldCohort,
  { version, ...input }: Omit<EditCohort, "cohortId">,
) {
  const may = editableOf(cohort.state);
  const no = noEditing(cohort);
  if (no || !may) throw new Refusal("WRONG_STATE", no?.figures);
  refuseLocked(input, may);
  if (cohort.version !== version) await refuseStale(tx, cohort);

  const before = { ...cohort.fields };
  const after = fieldsOf({ ...inputOf(before), ...given(input) });
  if (after.courseId !== before.courseId) await findOpenCourse(tx, after.courseId);

  await explained("MOVE", () => changeCohort(tx, actor, cohort, { verb: "cohort.edit", to: after }));
}

/** What stands now, as the form sends it. */
const refuseStale = (tx: Tx, { id, version, fields }: HeldCohort): Promise<never> =>
  refuseOvertaken(tx, [id], { version, ...fields, atBase: fields.atBase ? "BASE" : "OUTSIDE" });

/** Held until the cohort stands, so that nobody archives the course in between. */
async function findOpenCourse(tx: Tx, id: string) {
  await tx.$executeRaw`SELECT 1 FROM courses WHERE id = ${id}::uuid FOR SHARE`;
  const course = await tx.course.findUnique({ where: { id }, select: { name: true, state: true } });
  if (course?.state !== "OPEN") throw new Refusal("INPUT_WRONG", { field: "courseId", case: "COURSE_NOT_OPEN" });
  return course;
}

function refuseLocked(
  input: Pick<EditCohort, "courseId" | "seats" | "startsOn" | "atBase">,
  may: { courseAndSeats: boolean; start: boolean },
) {
  if (!may.courseAndSeats && (input.courseId || input.seats))
    throw new Refusal("WRONG_STATE", { field: input.seats ? "seats" : "courseId" });
  if (!may.start && (input.startsOn || input.atBase !== undefined))
    throw new Refusal("WRONG_STATE", { field: "startsOn" });
}

type Input = DraftCohort & { title: string };

function fieldsOf(input: Input): Fields {
  const [fault] = listFaults(input);
  if (fault) throw new Refusal("INPUT_WRONG", fault);
  const { title, courseId, startsOn, endsOn, atBase, place, seats, contact, examPlan, material } = input;
  return {
    title,
    courseId,
    startsOn,
    endsOn,
    atBase,
    place: atBase ? null : (place ?? null),
    seats,
    contact: contact ?? "",
    examPlan,
    material,
  };
}

const inputOf = ({ place, ...rest }: Fields): Input => ({ ...rest, place: place ?? undefined });

/** What the form asked for; what it did not ask for stays as it is. */
function given(input: Omit<EditCohort, "cohortId" | "version">): Partial<Input> {
  const { courseId, seats, startsOn, atBase, place, ...always } = input;
  return {
    ...always,
    ...(courseId && { courseId }),
    ...(seats && { seats }),
    ...(startsOn && { startsOn }),
    ...(atBase !== undefined && { atBase, place }),
  };
}
