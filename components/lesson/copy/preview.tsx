import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { copyTimetable } from "@/lib/lesson/actions";
import type { PlannedLesson } from "@/lib/lesson/queries/in-the-way";
import { isClear } from "@/lib/lesson/rules/clear";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { LeftOut } from "../left-out";
import { LessonSeen } from "../lesson-seen";
import { LookAgain } from "../look-again";
import { PlannedLessons, placedValue } from "../planned-lessons";

type Props = {
  cohortId: string;
  copies: PlannedLesson[];
  shift: number;
  classroomNumber: number | null;
  /** Each lesson goes to the teaching day of its number instead of so many days on. */
  byTeachingDays: boolean;
  /** The page itself, to look again at what was taken meanwhile. */
  here: string;
};

/** Job C: every lesson of the earlier run on its new day; what is free is ticked, all that is ticked is booked together. */
export async function CopyPreview({ cohortId, copies, shift, classroomNumber, byTeachingDays, here }: Props) {
  const [t, { lesson }] = await Promise.all([getTranslations("lesson"), getMessages()]);
  const free = copies.filter((copy) => isClear(copy)).length;
  const holidays = copies.filter((copy) => !isClear(copy) && isClear(copy, { holiday: null })).length;
  const copied = copies.filter(({ isCopied }) => isCopied).length;
  const used = copied > 0 && (
    <Banner kind="info">
      {t("copy.used", { copied, all: copies.length })}
      <a href={`/cohorts/${cohortId}/timetable`}>{t("copy.toTimetable")}</a>
    </Banner>
  );
  // All of it stands already: sent again it could only be refused.
  if (copied === copies.length) return used;

  return (
    <>
      {used}
      <Form
        id="copy"
        action={copyTimetable}
        submissionKey={newSubmissionKey()}
        aria-label={t("copy.title")}
        refusedTitle={t("copy.refused")}
        refused={<LookAgain words={await sentences(lesson.copy.again)} href={here} />}
      >
        <input type="hidden" name="cohortId" value={cohortId} />
        <input type="hidden" name="shift" value={shift} />
        <input type="hidden" name="classroomNumber" value={classroomNumber ?? ""} />
        <LeftOut obstacles={copies.flatMap(({ isCopied, obstacle }) => (isCopied ? [] : (obstacle ?? [])))} />
        <Sheet
          title={t("copy.lessons", { count: copies.length })}
          note={t("copy.note", { free, holidays, taken: copies.length - free - holidays - copied })}
        >
          <PlannedLessons
            caption={t("copy.title")}
            cohortId={cohortId}
            lessons={copies}
            {...(byTeachingDays
              ? {
                  names: { worked: "placed", holiday: "placed" },
                  sends: (copy: PlannedLesson) => placedValue(copy, copy),
                }
              : { names: { worked: "lessonIds", holiday: "holidayLessonIds" } })}
          />
          <div className="sheet-body">
            <LessonSeen />
            <Submit main>{t("copy.save")}</Submit>
          </div>
        </Sheet>
      </Form>
    </>
  );
}
