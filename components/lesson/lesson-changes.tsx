import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextArea } from "@/components/ui/form/text-field";
import { listClassrooms } from "@/lib/classroom/queries";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { cancelLesson, joinLesson, moveLesson } from "@/lib/lesson/actions";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import { listCohortsToBook } from "@/lib/lesson/queries/timetable";
import { listTrainersToBook } from "@/lib/trainer/queries";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { ClashWays } from "./clash-ways";
import { CohortBoxes } from "./cohort-boxes";
import { type LessonDraft, LessonFields } from "./lesson-fields";
import { LessonSeen } from "./lesson-seen";

/** I11: another time, classroom or trainer; the people come along. */
export async function MoveLesson({ lesson, draft }: { lesson: LessonRecord; draft: LessonDraft }) {
  const [t, classrooms, trainers] = await Promise.all([
    getTranslations("lesson"),
    listClassrooms(),
    listTrainersToBook(draft.day as Day),
  ]);
  const present = trainers.some(({ id }) => id === lesson.trainer.id) ? [] : [{ ...lesson.trainer, speciality: "" }];

  return (
    <Sheet title={t("record.move")} note={t("record.moveNote")}>
      <div className="sheet-body">
        <Form
          id="move"
          action={moveLesson}
          submissionKey={newSubmissionKey()}
          version={lesson.version}
          aria-label={t("record.move")}
          refusedTitle={t("clash.title")}
          refused={<ClashWays path={`/schedule/lessons/${lesson.id}`} />}
        >
          <input type="hidden" name="lessonId" value={lesson.id} />
          <LessonFields draft={draft} classrooms={classrooms} trainers={[...trainers, ...present]} />
          <LessonSeen />
          <Submit main>{t("record.moveSave")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}

/** R37: two groups in one room are one lesson. */
export async function JoinLesson({ lesson }: { lesson: LessonRecord }) {
  const [t, label, all] = await Promise.all([
    getTranslations("lesson"),
    labelsOf("lesson"),
    listCohortsToBook(lesson.day),
  ]);
  const others = all.filter(
    ({ id, startsOn, endsOn, atBase }) =>
      startsOn <= lesson.day &&
      endsOn >= lesson.day &&
      atBase === (lesson.classroom !== null) &&
      !lesson.cohorts.some((cohort) => cohort.id === id),
  );
  if (others.length === 0) return null;

  return (
    <Sheet title={t("record.join")}>
      <div className="sheet-body">
        <Form
          id="join"
          action={joinLesson}
          submissionKey={newSubmissionKey()}
          version={lesson.version}
          aria-label={t("record.join")}
          refusedTitle={t("clash.title")}
        >
          <input type="hidden" name="lessonId" value={lesson.id} />
          <CohortBoxes
            label={label.cohortIds}
            empty={t("fields.noCohorts")}
            chosen={[]}
            cohorts={others.map(({ id, number, title, confirmed, seats, startsOn, endsOn }) => ({
              id,
              name: t("fields.cohort", { number, title }),
              detail: t("fields.cohortSize", { confirmed, seats, from: startsOn, to: endsOn }),
            }))}
          />
          <LessonSeen />
          <Submit>{t("record.joinSave")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}

export async function CancelLesson({ lesson }: { lesson: LessonRecord }) {
  const [t, label] = await Promise.all([getTranslations("lesson.record"), labelsOf("lesson")]);
  return (
    <Sheet title={t("cancel")} note={t("cancelNote")}>
      <div className="sheet-body">
        <Form
          id="cancel"
          action={cancelLesson}
          submissionKey={newSubmissionKey()}
          version={lesson.version}
          aria-label={t("cancel")}
        >
          <input type="hidden" name="lessonId" value={lesson.id} />
          <TextArea name="reason" label={label.reason} maxLength={200} rows={2} />
          <Submit danger>{t("cancelSave")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
