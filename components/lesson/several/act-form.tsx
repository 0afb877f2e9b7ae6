import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form/form";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { cancelLessons, changeClassroom, postponeLessons, substituteSeveral } from "@/lib/lesson/actions";
import type { ChosenLesson } from "@/lib/lesson/queries/several";
import type { Act } from "@/lib/lesson/rules/acts";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { ClashWays } from "../clash-ways";
import { LookAgain } from "../look-again";
import { ActFields } from "./act-fields";
import { ChosenLessons } from "./chosen";

type Props = { act: Act; cohortId: string; lessons: ChosenLesson[] };

const actions = {
  cancel: cancelLessons,
  postpone: postponeLessons,
  room: changeClassroom,
  trainer: substituteSeveral,
};

/** One act on all chosen lessons: all of them or none; what is in the way is named with both sides. */
export async function ActForm({ act, cohortId, lessons }: Props) {
  const [t, { lesson }] = await Promise.all([getTranslations("lesson.several"), getMessages()]);
  const open = lessons.filter(({ isBegun }) => !isBegun);
  const back = <a href={`/cohorts/${cohortId}/timetable`}>{t("back")}</a>;
  if (open.length === 0)
    return (
      <Sheet title={t(`acts.${act}`)}>
        <Empty lead={t(lessons.length > 0 ? "allBegun" : "none")} text={t("noneText")} action={back} />
      </Sheet>
    );

  return (
    <Form
      id={act}
      action={actions[act]}
      submissionKey={newSubmissionKey()}
      aria-label={t(`acts.${act}`)}
      refusedTitle={t("refused")}
      refused={
        <>
          <ClashWays />
          <LookAgain words={await sentences(lesson.several.which)} href={`/cohorts/${cohortId}/timetable`} />
        </>
      }
    >
      <input type="hidden" name="cohortId" value={cohortId} />
      <Sheet
        title={t(`acts.${act}`)}
        note={t("note", { count: open.length, begun: lessons.length - open.length })}
        end={back}
      >
        <ChosenLessons caption={t(`acts.${act}`)} lessons={lessons} />
        <div className="sheet-body">
          <ActFields act={act} lessonIds={open.map(({ id }) => id)} />
        </div>
      </Sheet>
    </Form>
  );
}
