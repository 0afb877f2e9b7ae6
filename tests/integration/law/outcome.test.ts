import { beforeAll, expect, test } from "vitest";
import { startExam, takeExamBack } from "@/lib/cohort/commands/close";
import { db } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { day } from "@/lib/value/calendar";
import { sql } from "@/tests/support/database";
import { changeLesson, insertLesson, wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

// I35, R44, R48: a cohort with one lesson that is over and one that is far ahead, in the state a test asks for.
const [past, ahead] = [day("2018-08-07"), day("2037-05-04")];
let director: string;
let staff: string;

beforeAll(async () => {
  director = (await make.signer("BASE_DIRECTOR")).id;
  staff = (await make.signer("BASE_STAFF")).id;
});

async function halfTaught() {
  const { id } = await make.cohort({ startsOn: past, endsOn: ahead, atBase: false, place: "扎格村" });
  const [{ id: over }, { id: coming }] = [
    await make.lesson({ cohorts: [id], day: past, classroomNumber: null }),
    await make.lesson({ cohorts: [id], day: ahead, classroomNumber: null }),
  ];
  const enrolment = await make.enrolment(id, { state: "IN_TRAINING" });
  await sql("owner", noted(id, "UPDATE cohorts SET state = 'IN_PROGRESS' WHERE id = ':id'"));
  return { id, over, coming, enrolment: enrolment.id };
}

/** One statement with the audit entry it needs; `:id` is its subject. */
const noted = (id: string, statement: string) =>
  `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('psql', '-', 'x.force', 'x', '${id}');
   ${statement.replaceAll(":id", id)}`;
const force = (id: string, statement: string) => sql("app", noted(id, statement));
const exam = "UPDATE cohorts SET state = 'EXAM'";
const outcome = (state: string) =>
  `UPDATE enrolments SET state = '${state}', ended_on = '2018-09-04', outcome_by_id = '${staff}' WHERE id = ':id'`;

const refused = (of: string) => ({ message: "WRONG_STATE", detail: expect.stringContaining(of) });

test("I35: no exam while a lesson lies ahead, except by a director with a reason", async () => {
  const { id } = await halfTaught();

  await expect(force(id, `${exam} WHERE id = ':id'`)).rejects.toMatchObject(refused("EXAM_AHEAD"));
  for (const [by, reason] of [
    [staff, "'提前'"],
    [newId(), "'提前'"],
    [director, "NULL"],
  ])
    await expect(
      force(id, `${exam}, exam_begun_by_id = '${by}', exam_reason = ${reason} WHERE id = ':id'`),
    ).rejects.toMatchObject(refused("EXAM_AHEAD"));
  await force(id, `${exam}, exam_begun_by_id = '${director}', exam_reason = '提前' WHERE id = ':id'`);
  await expect(force(id, "UPDATE cohorts SET exam_reason = NULL WHERE id = ':id'")).rejects.toThrow("WRONG_STATE");
});

test("I35: attended 课时 are those of lessons that are over, also in the demo on its own day", async () => {
  const { enrolment } = await halfTaught();
  const attended = (periods: number) =>
    force(enrolment, `UPDATE enrolments SET attended_periods = ${periods} WHERE id = ':id'`);

  await expect(attended(5)).rejects.toMatchObject({
    message: "INPUT_WRONG",
    detail: expect.stringContaining('"most": 4'),
  });
  await attended(4);

  await sql(
    "owner",
    `SET session_replication_role = replica;
     INSERT INTO base (name, short_name, organiser, operator, is_demo, demo_day) VALUES ('x', 'x', 'x', 'x', true, '2018-08-06')`,
  );
  try {
    await expect(attended(3)).rejects.toMatchObject({ detail: expect.stringContaining('"most": 0') });
  } finally {
    await sql("owner", "SET session_replication_role = replica; DELETE FROM base");
  }
});

test.each(["COMPLETED", "NOT_COMPLETED"])(
  "I35: nobody is %s before the last lesson, nor is a lesson put after it",
  async (state) => {
    const { id, over, coming, enrolment } = await halfTaught();
    await expect(force(enrolment, outcome(state))).rejects.toMatchObject(refused("OUTCOME_AHEAD"));
    await sql("app", changeLesson(coming, "cancelled_at = now(), cancel_reason = 'x'"));
    await force(enrolment, outcome(state));

    const later = await wish(id, { day: day("2018-09-05"), classroomNumber: null });
    await expect(sql("app", insertLesson(later))).rejects.toMatchObject(refused("LESSON_AFTER_EXAM"));
    await expect(sql("app", changeLesson(over, "day = '2018-09-05'"))).rejects.toMatchObject(
      refused("LESSON_AFTER_EXAM"),
    );
  },
);

test("R44: a lesson somebody has attended is neither cancelled nor shortened", async () => {
  const { over, enrolment } = await halfTaught();
  await force(enrolment, "UPDATE enrolments SET attended_periods = 4 WHERE id = ':id'");

  for (const change of ["cancelled_at = now(), cancel_reason = 'x'", "periods = 3", "day = '2037-05-01'"])
    await expect(sql("app", changeLesson(over, change))).rejects.toMatchObject(refused("LESSON_ATTENDED"));
});

test("R48: by the commands: staff wait, the director states why, and the way back is open until an outcome stands", async () => {
  const { id, coming, enrolment } = await halfTaught();
  const today = day("2018-08-22");
  const [clerk, head] = [await make.signer("BASE_STAFF", today), await make.signer("BASE_DIRECTOR", today)];
  const move = async (reason?: string) => {
    const { version } = await db.cohort.findUniqueOrThrow({ where: { id }, select: { version: true } });
    return { cohortId: id, version, reason };
  };
  const back = async () => ({ ...(await move()), reason: "还要补课" });

  await expect(startExam(clerk, await move("提前"))).rejects.toMatchObject({
    figures: { case: "EXAM_AHEAD", ahead: 1 },
  });
  await expect(startExam(head, await move())).rejects.toMatchObject({ field: "reason" });
  await startExam(head, await move("技能鉴定提前"));
  expect(await db.cohort.findUnique({ where: { id } })).toMatchObject({ state: "EXAM", examReason: "技能鉴定提前" });
  await takeExamBack(clerk, await back());
  expect(await db.cohort.findUnique({ where: { id } })).toMatchObject({ state: "IN_PROGRESS", examReason: null });

  await sql("app", changeLesson(coming, "cancelled_at = now(), cancel_reason = 'x'"));
  await startExam(clerk, await move());
  await force(enrolment, outcome("COMPLETED"));
  await expect(takeExamBack(clerk, await back())).rejects.toMatchObject({ figures: { case: "OUTCOMES_STAND" } });
});

test("control: what was done past the laws is found by checks.outcome_before_lessons", async () => {
  const { id, enrolment } = await halfTaught();
  const past = "SET session_replication_role = replica;";
  await sql(
    "owner",
    `${past} UPDATE cohorts SET state = 'EXAM' WHERE id = '${id}';
     UPDATE enrolments SET state = 'COMPLETED', attended_periods = 8, ended_on = '2018-09-04' WHERE id = '${enrolment}';
     INSERT INTO certificates (id, cohort_id, enrolment_id, person_number, number, issued_on, issued_by_id, name, sex, birth_date,
       id_number_sealed, course, occupation, starts_on, ends_on, scheduled_periods)
     VALUES (gen_random_uuid(), '${id}', '${enrolment}', 1, 'DR-${id}', '2018-09-04', '${director}', 'x', 'MALE', '1990-01-01',
       'x', 'x', 'x', '2018-08-07', '2018-08-07', 4)`,
  );

  const found = await sql<{ subject: string }>(
    "app",
    "SELECT subject FROM checks.outcome_before_lessons WHERE id IN ($1, $2) OR subject = 'certificate'",
    [id, enrolment],
  );

  expect(found.map(({ subject }) => subject).sort()).toEqual(["attended", "certificate", "exam", "outcome"]);
});
