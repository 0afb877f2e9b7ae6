import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { type Query, withQuery } from "@/components/ui/address";
import { Banner } from "@/components/ui/banner";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { generateTimetable } from "@/lib/lesson/actions";
import type { Generated } from "@/lib/lesson/queries/generate";
import { isClear } from "@/lib/lesson/rules/clear";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import type { GenerateWish } from "@/lib/lesson/schema/generate";
import { weekday } from "@/lib/value/calendar";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { ClashWays } from "../clash-ways";
import { LessonSeen } from "../lesson-seen";
import { LookAgain } from "../look-again";
import { PlannedLessons } from "../planned-lessons";
import { PlanSums } from "./sums";

type Props = { cohortId: string; plan: Generated; wish: GenerateWish; path: string; query: Query };

/** Every lesson of the plan before it is booked; what is free is ticked, all that is ticked is booked together. */
export async function PlanPreview({ cohortId, plan, wish, path, query }: Props) {
  const [t, { lesson }] = await Promise.all([getTranslations("lesson"), getMessages()]);
  const { theoryTitle, practiceTitle, theoryTrainerId, practiceTrainerId } = wish;
  const free = plan.lessons.filter((one) => isClear(one, { holiday: null, lack: null })).length;

  return (
    <>
      <HolidaysLeftOut plan={plan} path={path} query={query} />
      <Form
        id="plan"
        action={generateTimetable}
        submissionKey={newSubmissionKey()}
        aria-label={t("generate.title")}
        refusedTitle={t("copy.refused")}
        refused={
          <>
            <ClashWays />
            <LookAgain words={await sentences(lesson.copy.again)} href={withQuery(path, query)} />
          </>
        }
      >
        {Object.entries({
          ...{ cohortId, theoryTitle, practiceTitle, theoryTrainerId, practiceTrainerId },
          theoryClassroomNumber: wish.theoryClassroomNumber ?? noClassroom,
          practiceClassroomNumber: wish.practiceClassroomNumber ?? noClassroom,
        }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ))}
        <Sheet title={t("generate.sums")} note={t("generate.sumsNote")}>
          <PlanSums plan={plan} />
        </Sheet>
        <Sheet
          title={t("copy.lessons", { count: plan.lessons.length })}
          note={t("copy.note", { free, holidays: 0, taken: plan.lessons.length - free })}
        >
          <PlannedLessons
            caption={t("generate.title")}
            cohortId={cohortId}
            lessons={plan.lessons}
            names={{ worked: "lessons", holiday: "holidayLessons" }}
            takenIn={wish.holidays}
            takesLacking
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

/** U18: each holiday that would have been a teaching day, with the way to take this one in. */
async function HolidaysLeftOut({ plan: { holidays }, path, query }: Pick<Props, "plan" | "path" | "query">) {
  const t = await getTranslations("lesson");
  if (holidays.length === 0) return null;

  const taken = [query.holidays ?? []].flat();
  return (
    <Banner kind="info" lead={t("generate.holidays", { count: holidays.length })}>
      <ul>
        {holidays.map(({ day, name }) => (
          <li key={day}>
            {t("leftOut.day", {
              day,
              weekday: t(`weekday.${String(weekday(day)) as "1"}`),
              reason: t("repeat.holiday", { name }),
            })}{" "}
            <a href={withQuery(path, { ...query, holidays: [...taken, day] })}>{t("generate.takeIn")}</a>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
