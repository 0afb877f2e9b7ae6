import { databaseError } from "@/lib/refusal/database-error";

/** The foreseen noes of invariants.md section 6; the names are stable and stand as `data-refusal` in the page. */
export const refusalNames = [
  "YEAR_FULL",
  "COHORT_FULL",
  "ALREADY_ENROLLED",
  "TRAINEE_CLASH",
  "CLASSROOM_TAKEN",
  "TRAINER_TAKEN",
  "COHORT_TAKEN",
  "ROOM_TOO_SMALL",
  "CAPACITY_BELOW_HELD",
  "COHORT_NOT_OPEN",
  "OPENING_INCOMPLETE",
  "TOO_LATE",
  "UNDER_AGE",
  "ID_NUMBER_WRONG",
  "ID_NUMBER_KNOWN",
  "WRONG_STATE",
  "SAME_PERSON",
  "OVER_APPROPRIATION",
  "OVER_PLAN",
  "MONTH_CLOSED",
  "ALREADY_REVERSED",
  "STALE",
  "KEY_REUSED",
  "BUSY",
  "UNAVAILABLE",
  "NOT_ALLOWED",
  "SIGNED_OUT",
  "TOO_MANY",
  "INPUT_WRONG",
] as const;

export type RefusalName = (typeof refusalNames)[number];
export type Figures = Record<string, string | number>;
/** What there are several of, by name: offers, people, warnings; texts among them stand in the sentence as one list. */
export type Lists = Record<string, readonly unknown[]>;

const brand: unique symbol = Symbol.for("portal.refusal");

/**
 * A no that was foreseen: its name, the field it stands at, and the figures its sentence needs. They go into the asker's own answer
 * and nowhere else, so that the warning about a person of the same name may say who it is. Next loads this module once a bundle, so a
 * refusal is known by its brand and not by its class.
 */
export class Refusal extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }

  readonly [brand] = true;
  readonly field: string | undefined;
  readonly figures: Figures;
  readonly lists: Lists;
  /** Where a page throws, Next sends the browser nothing of an error but its digest. */
  readonly digest: string;

  constructor(
    readonly refusal: RefusalName,
    { field, ...given }: Record<string, string | number | readonly unknown[]> & { field?: string } = {},
    cause?: unknown,
  ) {
    super(refusal, cause === undefined ? undefined : { cause });
    this.field = field;
    const [lists, figures] = [true, false].map((isList) =>
      Object.fromEntries(Object.entries(given).filter(([, value]) => Array.isArray(value) === isList)),
    ) as [Lists, Figures];
    this.figures = figures;
    this.lists = lists;
    this.digest = refusal;
  }
}

/** Which constraint means which refusal, at which field and in which case, where the trigger before it did not speak first. */
const constraints: Record<string, [RefusalName, field: string, of?: string]> = {
  one_enrolment_per_cohort: ["ALREADY_ENROLLED", "traineeId"],
  held_within_capacity: ["YEAR_FULL", "cohortId"],
  planned_within_capacity: ["YEAR_FULL", "cohortId"],
  confirmed_within_seats: ["COHORT_FULL", "cohortId"],
  classroom_is_free: ["CLASSROOM_TAKEN", "classroomNumber"],
  closed_once: ["CLASSROOM_TAKEN", "classroomNumber"],
  trainer_is_free: ["TRAINER_TAKEN", "trainerId"],
  on_leave_once: ["TRAINER_TAKEN", "startsOn", "LEAVE_STANDS"],
  lesson_helpers_pkey: ["WRONG_STATE", "trainerId", "HELPER_KNOWN"],
  one_class_teacher_a_day: ["WRONG_STATE", "fromDay", "TEACHER_STANDS"],
  one_trainer_certificate_per_number: ["INPUT_WRONG", "number", "CERTIFICATE_KNOWN"],
  certificate_number_is_no_id_number: ["INPUT_WRONG", "number", "CERTIFICATE_ID_NUMBER"],
  one_feed_per_scope: ["WRONG_STATE", "of", "FEED_STANDS"],
  cohort_is_free: ["COHORT_TAKEN", "cohortId"],
  trainee_is_free: ["TRAINEE_CLASH", "traineeId"],
  trainee_lessons_pkey: ["TRAINEE_CLASH", "traineeId"],
  one_trainee_per_id_number: ["ID_NUMBER_KNOWN", "idNumber"],
  creator_does_not_approve_cohort: ["SAME_PERSON", "state"],
  creator_does_not_approve_enrolment: ["SAME_PERSON", "state"],
  requester_does_not_approve_transfer: ["SAME_PERSON", "state"],
  proposer_does_not_close: ["SAME_PERSON", "state"],
  proposer_does_not_issue: ["SAME_PERSON", "state"],
  proposer_does_not_correct: ["SAME_PERSON", "state"],
  proposer_does_not_merge: ["SAME_PERSON", "state"],
  one_open_merge: ["WRONG_STATE", "traineeId", "MERGE_OPEN"],
  a_merge_has_two_rows: ["INPUT_WRONG", "traineeId", "MERGE_ITSELF"],
  one_open_correction: ["WRONG_STATE", "idNumber", "CORRECTION_OPEN"],
  one_open_request: ["WRONG_STATE", "kind", "REQUEST_OPEN"],
  one_open_issue: ["WRONG_STATE", "state", "NONE_TO_ISSUE"],
  one_open_void: ["WRONG_STATE", "state"],
  one_valid_certificate: ["WRONG_STATE", "state", "NONE_TO_ISSUE"],
  late_place_is_approved: ["NOT_ALLOWED", "state"],
  disbursed_within_arranged: ["OVER_APPROPRIATION", "amount"],
  completed_within_investment: ["OVER_PLAN", "amount"],
  arranged_within_plan: ["OVER_PLAN", "amount"],
  one_reversal_per_appropriation: ["ALREADY_REVERSED", "reversalOfId"],
  one_reversal_per_disbursement: ["ALREADY_REVERSED", "reversalOfId"],
  one_reversal_per_progress: ["ALREADY_REVERSED", "reversalOfId"],
  one_reversal_per_outside: ["ALREADY_REVERSED", "reversalOfId"],
  creator_does_not_approve_plan: ["SAME_PERSON", "state"],
  creator_does_not_approve_revenue: ["SAME_PERSON", "state"],
  creator_does_not_approve_appropriation: ["SAME_PERSON", "state"],
  creator_does_not_approve_disbursement: ["SAME_PERSON", "state"],
  creator_does_not_approve_progress: ["SAME_PERSON", "state"],
  creator_does_not_approve_outside: ["SAME_PERSON", "state"],
  creator_does_not_approve_adjustment: ["SAME_PERSON", "state"],
  one_open_adjustment_per_project: ["WRONG_STATE", "projectId", "ADJUSTMENT_OPEN"],
  submitter_does_not_lock: ["SAME_PERSON", "state"],
  closer_is_another: ["SAME_PERSON", "state"],
  running_year_is_provisional: ["INPUT_WRONG", "certainty", "YEAR_RUNNING"],
  one_project_per_code: ["INPUT_WRONG", "code", "PROJECT_CODE_TAKEN"],
  one_account_per_username: ["INPUT_WRONG", "username"],
  proposer_does_not_approve_setting: ["SAME_PERSON", "state"],
  two_approve_setting: ["SAME_PERSON", "state"],
  one_open_change_per_setting: ["WRONG_STATE", "value"],
  administrators_stay_apart: ["INPUT_WRONG", "role"],
};

const conditions: Record<string, RefusalName> = {
  "40001": "BUSY",
  "40P01": "BUSY",
  "55P03": "BUSY",
  "57014": "BUSY",
  "42501": "NOT_ALLOWED",
  // A character PostgreSQL keeps none of: NUL, or half of one.
  "22021": "INPUT_WRONG",
  "22P05": "INPUT_WRONG",
};

/**
 * No connection (08), none for this login (28) or to this database (3D), no room or memory (53), a server that goes, crashes or
 * comes (57P), a disk that fails (58), and how Node and Prisma say it.
 */
const unavailable = /^08|^28|^3D|^53|^57P|^58|^ECONN|^ENOTFOUND|^ETIMEDOUT|^P20(24|28)$|^P1/;

/** Reads what the database said: a trigger's own refusal, a constraint by its name, or a condition; undefined is a fault of ours. */
export function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const said = databaseError(error);
  if (!said) return undefined;

  if (said.code === "QD001" && isRefusalName(said.message)) {
    return new Refusal(said.message, { ...figuresOf(said.detail), ...(said.hint && { field: said.hint }) });
  }
  const constraint = constraints[said.constraint ?? ""] ?? constraints[/"(\w+)"[^"]*$/.exec(said.message)?.[1] ?? ""];
  if (constraint) {
    const [name, field, of] = constraint;
    return new Refusal(name, { field, ...(of && { case: of }) });
  }

  const condition = conditions[said.code] ?? (unavailable.test(said.code) ? "UNAVAILABLE" : undefined);
  return condition && new Refusal(condition, {}, error);
}

function figuresOf(detail: string | undefined): Figures {
  if (!detail) return {};
  const read = JSON.parse(detail) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(read).filter(
      (pair): pair is [string, string | number] => typeof pair[1] === "string" || typeof pair[1] === "number",
    ),
  );
}

/** What stands in the way for a moment only, whatever was asked. */
export const isPassing = ({ refusal }: Refusal): boolean => refusal === "UNAVAILABLE" || refusal === "BUSY";

const isRefusalName = (name: string): name is RefusalName => (refusalNames as readonly string[]).includes(name);
