import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type EnrolmentStanding, findTerms, listStandings } from "@/lib/completion/queries/standing";
import { type ExamPart, isRolled, type Marks, type Terms } from "@/lib/completion/rules";
import type { RecordMakeUpInput } from "@/lib/completion/schema";
import type { Tx } from "@/lib/database/db";
import { refuseOtherVersion } from "@/lib/database/hold";
import { holdCohorts } from "@/lib/enrolment/commands/hold";
import { Refusal } from "@/lib/refusal/refusal";
import { type Day, dayFromDate } from "@/lib/value/calendar";

/** What one row of the form holds of one attempt. */
export type Typed = Pick<Marks, ExamPart>;

/** A cohort's people as they stand, held while a form is written down. */
export type Sheet = {
  number: string;
  startsOn: Day;
  examined: boolean;
  rolled: boolean;
  standings: Map<string, EnrolmentStanding>;
  terms: Terms;
};

/** The cohort is held first: nobody leaves it, and nobody else writes results, while a sheet is being saved. Refuses rows that do not match. */
export async function openSheet(tx: Tx, input: RecordMakeUpInput & { attended?: unknown[] }): Promise<Sheet> {
  refuseUneven(input);
  const { cohortId } = input;
  await holdCohorts(tx, [cohortId]);
  const { state, startsOn, number } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { state: true, startsOn: true, number: true },
  });
  if (state !== "IN_PROGRESS" && state !== "EXAM") throw new Refusal("WRONG_STATE", { number, state });

  const standings = await listStandings(tx, cohortId);
  return {
    number,
    startsOn: dayFromDate(startsOn),
    examined: state === "EXAM",
    rolled: isRolled(standings),
    standings: new Map(standings.map((standing) => [standing.id, standing])),
    terms: await findTerms(tx, cohortId),
  };
}

/** A column that came in short would take away what stands in its rows, and a person twice would be written twice. */
function refuseUneven({ enrolmentIds, versions, attended, heldOns, ...marks }: Parameters<typeof openSheet>[1]) {
  const rows = enrolmentIds.length;
  const asked = [
    versions,
    attended ?? versions,
    ...[marks.theory, marks.practice, marks.plans, heldOns].filter(({ length }) => length > 0),
  ];
  if (new Set(enrolmentIds).size < rows || asked.some(({ length }) => length !== rows))
    throw new Refusal("INPUT_WRONG");
}

export function standingOn({ standings }: Sheet, id: string, n: number): EnrolmentStanding {
  const standing = standings.get(id);
  if (!standing) throw new Refusal("INPUT_WRONG", { field: `attended.${n}`, case: "UNKNOWN_ENROLMENT" });
  return standing;
}

export const typedOn = ({ theory, practice, plans }: RecordMakeUpInput, n: number): Typed => ({
  theory: theory[n] ?? null,
  practice: practice[n] ?? null,
  plan: plans[n] ?? null,
});

export const isMarked = ({ theory, practice, plan }: Typed) => theory !== null || practice !== null || plan !== null;

/** Whether an attempt of somebody whose training goes on is typed otherwise than it stands; who has an outcome keeps his marks. */
export function isChanged(
  standing: EnrolmentStanding,
  attempt: "exam" | "makeUp",
  typed: Typed,
  heldOn: Day | undefined,
): boolean {
  const kept = standing[attempt];
  if (standing.state !== "IN_TRAINING") return false;
  if (!kept) return isMarked(typed);
  const same = typed.theory === kept.theory && typed.practice === kept.practice && typed.plan === kept.plan;
  return !same || (heldOn !== undefined && heldOn !== kept.heldOn && isMarked(typed));
}

export function refuseStale({ version }: EnrolmentStanding, seen: number | undefined, n: number): void {
  refuseOtherVersion({ version }, seen, { field: `attended.${n}`, case: "ROW", row: n + 1 });
}

/** Marks are those of a day: within the training, not in the future, and only once the exam has begun. */
export function examDay(actor: Actor, { startsOn, examined }: Sheet, heldOn: Day | undefined, n: number): Day {
  const at = { field: `heldOns.${n}`, row: n + 1 };
  if (!examined) throw new Refusal("WRONG_STATE", { ...at, case: "EXAM_NOT_BEGUN" });
  if (!heldOn) throw new Refusal("INPUT_WRONG", { ...at, case: "HELD_ON" });
  if (heldOn > actor.today || heldOn < startsOn)
    throw new Refusal("INPUT_WRONG", { ...at, case: "EXAM_DAY", from: startsOn, today: actor.today });
  return heldOn;
}
