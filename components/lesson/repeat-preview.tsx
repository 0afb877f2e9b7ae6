import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayMark } from "@/components/working-day/day-mark";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { bookLessons } from "@/lib/lesson/actions";
import { listObstacles } from "@/lib/lesson/queries/alternatives";
import { isFree } from "@/lib/lesson/rules/clear";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import type { BookLessons } from "@/lib/lesson/schema/book";
import { weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import type { NamedDay } from "@/lib/working-day/rules";
import { ClashWays } from "./clash-ways";
import { LeftOut } from "./left-out";
import { LessonSeen } from "./lesson-seen";
import { ObstacleBadge } from "./obstacle-badge";

type Props = { wanted: BookLessons; exceptions: readonly NamedDay[] };

/** Every lesson of a repetition before it is booked; what is in the way is not ticked, all that is ticked is booked together. */
export async function RepeatPreview({ wanted, exceptions }: Props) {
  const [t, obstacles] = await Promise.all([getTranslations("lesson"), listObstacles(wanted, wanted.days)]);
  const { cohortIds, title, kind, classroomNumber, trainerId, startsAt, endsAt } = wanted;

  return (
    <Form
      id="repeat"
      action={bookLessons}
      submissionKey={newSubmissionKey()}
      aria-label={t("repeat.title")}
      refusedTitle={t("clash.title")}
      refused={<ClashWays path="/schedule/book" />}
    >
      {cohortIds.map((id) => (
        <input type="hidden" name="cohortIds[]" value={id} key={id} />
      ))}
      {Object.entries({
        title,
        kind,
        classroomNumber: classroomNumber ?? noClassroom,
        trainerId,
        startsAt,
        endsAt,
      }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <LeftOut obstacles={obstacles} />
      <Sheet title={t("repeat.days", { count: obstacles.length })}>
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t("repeat.take")}</th>
              <th scope="col">{t("repeat.day")}</th>
              <th scope="col">{t("repeat.time")}</th>
              <th scope="col">{t("repeat.state")}</th>
            </tr>
          </thead>
          <tbody>
            {obstacles.map((obstacle) => (
              <tr key={obstacle.day}>
                <td className="card-side">
                  <input
                    type="checkbox"
                    name={obstacle.holiday === null ? "days[]" : "holidays[]"}
                    value={obstacle.day}
                    aria-label={`${t("repeat.take")} ${obstacle.day}`}
                    defaultChecked={isFree(obstacle)}
                  />
                </td>
                <th scope="row" className="card-name nowrap">
                  {obstacle.day} {t(`weekday.${String(weekday(obstacle.day)) as "1"}`)}{" "}
                  <DayMark day={obstacle.day} among={exceptions} />
                </th>
                <td className="card-below-side nowrap">
                  {startsAt}–{endsAt}
                </td>
                <td className="card-below">
                  <ObstacleBadge obstacle={obstacle} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="sheet-body">
          <LessonSeen />
          <Submit main>{t("repeat.save")}</Submit>
        </div>
      </Sheet>
    </Form>
  );
}
