import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { addDays, type Day, dateFromDay, dayFromDate } from "@/lib/calendar";
import { type EnrolmentStanding, findTerms, listStandings } from "@/lib/completion/queries/standing";
import { attendsEnough, type ExamPart, failedParts, type Marks, type Terms } from "@/lib/completion/rules";
import type { RecordMakeUpInput, RecordResultsInput } from "@/lib/completion/schema";
import { type Tx, transaction } from "@/lib/db";
import { holdCohorts } from "@/lib/enrolment/mutations/hold";
import { Refusal } from "@/lib/refusal";

type Typed = Pick<Marks, ExamPart>;
type Sheet = { startsOn: Day; examined: boolean; standings: Map<string, EnrolmentStanding>; terms: Terms };

/**
 * Attended 课时 and the marks of the exam, a whole cohort in one go; what was not changed is left alone.
 * Refuses a row somebody else changed meanwhile (I27), more 课时 than timetabled (R47) and marks of who may not sit the exam (R48).
 */
export function recordResults(actor: Actor, input: RecordResultsInput): Promise<{ recorded: number }> {
  return transaction(async (tx) => {
    const sheet = await openSheet(tx, input.cohortId);
    let recorded = 0;
    for (const [n, id] of input.enrolmentIds.entries()) {
      const standing = standingOn(sheet, id, n);
      const attended = input.attended[n] ?? null;
      const typed = typedOn(input, n);
      const isNew = { attended: attended !== standing.attended, marks: !sameMarks(typed, standing.exam, input.heldOn) };
      if (!isNew.attended && !isNew.marks) continue;

      refuseStale(standing, input.versions[n], n);
      if (attended !== null && attended > standing.scheduled) {
        const figures = { row: n + 1, most: standing.scheduled };
        throw new Refusal("INPUT_WRONG", { field: `attended.${n}`, case: "ATTENDED_OVER", ...figures });
      }
      if (isNew.marks && !attendsEnough({ ...standing, attended }, sheet.terms) && isMarked(typed)) {
        const figures = { row: n + 1, least: sheet.terms.attendancePercent };
        throw new Refusal("INPUT_WRONG", { field: `attended.${n}`, case: "EXAM_BARRED", ...figures });
      }
      const heldOn = isNew.marks ? examDay(actor, sheet, input.heldOn) : undefined;
      await write(tx, actor, standing, { attempt: 1, attended, ...(heldOn && { marks: { heldOn, ...typed } }) });
      recorded += 1;
    }
    return { recorded };
  });
}

/** R50: the one make-up, of those who failed, in the days the rule allows; refused outside of them and for who has passed. */
export function recordMakeUp(actor: Actor, input: RecordMakeUpInput): Promise<{ recorded: number }> {
  return transaction(async (tx) => {
    const sheet = await openSheet(tx, input.cohortId);
    let recorded = 0;
    for (const [n, id] of input.enrolmentIds.entries()) {
      const standing = standingOn(sheet, id, n);
      const typed = typedOn(input, n);
      if (sameMarks(typed, standing.makeUp, input.heldOn)) continue;

      refuseStale(standing, input.versions[n], n);
      const heldOn = makeUpDay(actor, sheet, standing, input.heldOn);
      const failed = failedParts({ ...standing, makeUp: null }, sheet.terms);
      if (
        !failed.some((part) => typed[part] !== null) ||
        sheet.terms.parts.some((part) => isStray(typed, part, failed))
      )
        throw new Refusal("INPUT_WRONG", { field: "heldOn", case: "MAKE_UP_PART", row: n + 1 });
      await write(tx, actor, standing, { attempt: 2, attended: standing.attended, marks: { heldOn, ...typed } });
      recorded += 1;
    }
    return { recorded };
  });
}

const isStray = (typed: Typed, part: ExamPart, failed: ExamPart[]) => typed[part] !== null && !failed.includes(part);

/** The cohort is held first: nobody leaves it, and nobody else writes results, while a sheet is being saved. */
async function openSheet(tx: Tx, cohortId: string): Promise<Sheet> {
  await holdCohorts(tx, [cohortId]);
  const { state, startsOn, number } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { state: true, startsOn: true, number: true },
  });
  if (state !== "IN_PROGRESS" && state !== "EXAM") throw new Refusal("WRONG_STATE", { number, state });

  const standings = await listStandings(tx, cohortId);
  return {
    startsOn: dayFromDate(startsOn),
    examined: state === "EXAM",
    standings: new Map(standings.map((standing) => [standing.id, standing])),
    terms: await findTerms(tx, cohortId),
  };
}

function standingOn({ standings }: Sheet, id: string, n: number): EnrolmentStanding {
  const standing = standings.get(id);
  if (!standing) throw new Refusal("INPUT_WRONG", { field: `attended.${n}`, case: "UNKNOWN_ENROLMENT" });
  return standing;
}

const typedOn = ({ theory, practice, plans }: RecordMakeUpInput, n: number): Typed => ({
  theory: theory[n] ?? null,
  practice: practice[n] ?? null,
  plan: plans[n] ?? null,
});

const isMarked = ({ theory, practice, plan }: Typed) => theory !== null || practice !== null || plan !== null;

function sameMarks(typed: Typed, kept: Marks | null, heldOn: Day | undefined): boolean {
  if (!kept) return !isMarked(typed);
  const same = typed.theory === kept.theory && typed.practice === kept.practice && typed.plan === kept.plan;
  return same && (heldOn === undefined || heldOn === kept.heldOn || !isMarked(typed));
}

function refuseStale({ version }: EnrolmentStanding, seen: number | undefined, n: number): void {
  if (version !== seen) throw new Refusal("STALE", { field: `attended.${n}`, case: "ROW", row: n + 1 });
}

/** Marks are those of a day: within the training, not in the future, and only once the exam has begun. */
function examDay(actor: Actor, { startsOn, examined }: Sheet, heldOn: Day | undefined): Day {
  if (!examined) throw new Refusal("WRONG_STATE", { field: "heldOn", case: "EXAM_NOT_BEGUN" });
  if (!heldOn) throw new Refusal("INPUT_WRONG", { field: "heldOn", case: "HELD_ON" });
  if (heldOn > actor.today || heldOn < startsOn)
    throw new Refusal("INPUT_WRONG", { field: "heldOn", case: "EXAM_DAY", from: startsOn, today: actor.today });
  return heldOn;
}

function makeUpDay(actor: Actor, sheet: Sheet, { exam }: EnrolmentStanding, heldOn: Day | undefined): Day {
  const on = examDay(actor, sheet, heldOn);
  if (!exam) throw new Refusal("INPUT_WRONG", { field: "heldOn", case: "MAKE_UP_PART", row: 1 });
  const until = addDays(exam.heldOn, sheet.terms.makeUpDays);
  if (on < exam.heldOn || on > until)
    throw new Refusal("INPUT_WRONG", { field: "heldOn", case: "MAKE_UP_DAY", from: exam.heldOn, until });
  return on;
}

type Result = { attempt: 1 | 2; attended: number | null; marks?: Marks };

async function write(tx: Tx, actor: Actor, standing: EnrolmentStanding, { attempt, attended, marks }: Result) {
  const before = attempt === 1 ? standing.exam : standing.makeUp;
  await recordAudit(tx, actor, attempt === 1 ? "enrolment.recordResults" : "enrolment.recordMakeUp", {
    type: "enrolment",
    id: standing.id,
    before: { ...(attempt === 1 && { attended: standing.attended }), ...(marks && before) },
    after: { ...(attempt === 1 && { attended }), ...marks },
  });
  await tx.enrolment.update({
    where: { id: standing.id },
    data: { version: { increment: 1 }, ...(attended !== standing.attended && { attendedPeriods: attended }) },
    select: { id: true },
  });
  if (!marks) return;
  const { heldOn, ...points } = marks;
  const result = { heldOn: dateFromDay(heldOn), ...points };
  await tx.examResult.upsert({
    where: { enrolmentId_attempt: { enrolmentId: standing.id, attempt } },
    create: { enrolmentId: standing.id, attempt, ...result },
    update: result,
    select: { attempt: true },
  });
}
