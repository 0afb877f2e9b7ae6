import { useTranslations } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { Sheet } from "@/components/layout/sheet";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { dayMarks } from "@/components/working-day/day-mark";
import { HolidaySeen } from "@/components/working-day/holiday-seen";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { copyTimetable } from "@/lib/lesson/actions";
import type { Copy } from "@/lib/lesson/queries/copy";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import { weekday } from "@/lib/value/calendar";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { LeftOut } from "./left-out";
import { LookAgain } from "./look-again";
import { isFree, ObstacleBadge } from "./obstacle-badge";

type Props = {
  cohortId: string;
  copies: Copy[];
  shift: number;
  classroomNumber: number | null;
  /** The page itself, to look again at what was taken meanwhile. */
  here: string;
};

/** Job C: every lesson of the earlier run on its new day; what is free is ticked, all that is ticked is booked together. */
export async function CopyPreview({ cohortId, copies, shift, classroomNumber, here }: Props) {
  const [t, { lesson }] = await Promise.all([getTranslations("lesson"), getMessages()]);
  const free = copies.filter(isClear).length;
  const holidays = copies.filter((copy) => !isClear(copy) && isClear(workedOn(copy))).length;
  const markOf = await dayMarks(copies.map(({ day }) => day));
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
          <table className="table cards">
            <caption className="sr-only">{t("copy.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("repeat.take")}</th>
                <th scope="col">{t("repeat.day")}</th>
                <th scope="col">{t("repeat.time")}</th>
                <th scope="col">{t("copy.lesson")}</th>
                <th scope="col">{t("record.trainer")}</th>
                <th scope="col">{t("record.classroom")}</th>
                <th scope="col">{t("repeat.state")}</th>
              </tr>
            </thead>
            <tbody>
              {copies.map((copy) => (
                <Row key={copy.id} cohortId={cohortId} copy={copy} mark={markOf(copy.day)} />
              ))}
            </tbody>
          </table>
          <div className="sheet-body">
            <HolidaySeen />
            <Submit main>{t("copy.save")}</Submit>
          </div>
        </Sheet>
      </Form>
    </>
  );
}

function Row({ cohortId, copy, mark }: { cohortId: string; copy: Copy; mark: ReactNode }) {
  const t = useTranslations("lesson");
  const { id, day, startsAt, endsAt, title, classroom, trainer } = copy;

  return (
    <tr>
      <td className="card-side">
        <input
          type="checkbox"
          name={copy.obstacle?.holiday ? "holidayLessonIds[]" : "lessonIds[]"}
          value={id}
          aria-label={`${t("repeat.take")} ${day} ${startsAt} ${title}`}
          defaultChecked={isClear(copy)}
          disabled={copy.isCopied}
        />
      </td>
      <td className="nowrap card-below">
        {day} {t(`weekday.${String(weekday(day)) as "1"}`)} {mark}
      </td>
      <td className="nowrap">
        {startsAt}–{endsAt}
      </td>
      <th scope="row" className="card-name">
        {title}
      </th>
      <td className="nowrap">{trainer.name}</td>
      <td className="nowrap">{classroom ? `${classroom.label} ${classroom.name}` : t("table.outside")}</td>
      <td className="card-below-side">
        <div className="flex flex-wrap gap-x-3">
          <State copy={copy} />
          {!copy.isCopied && !isClear(copy) && <a href={bookHref(cohortId, copy)}>{t("copy.elsewhere")}</a>}
        </div>
      </td>
    </tr>
  );
}

const isClear = ({ obstacle, isCopied, hasLeft, lacksRoom, lacksSeats }: Copy): boolean =>
  !isCopied && !hasLeft && !lacksRoom && !lacksSeats && (obstacle === null || isFree(obstacle));

/** The lesson as it would stand if its day were none of the holidays. */
const workedOn = ({ obstacle, ...copy }: Copy): Copy => ({
  ...copy,
  obstacle: obstacle && { ...obstacle, holiday: null },
});

async function State({
  copy: { obstacle, isCopied, hasLeft, lacksRoom, lacksSeats, classroom, trainer },
}: {
  copy: Copy;
}) {
  const t = await getTranslations("lesson.copy");
  if (isCopied) return <Badge kind="ok">{t("copied")}</Badge>;
  if (hasLeft) return <Badge kind="bad">{t("hasLeft", { trainer: trainer.name })}</Badge>;
  if (lacksRoom) return <Badge kind="bad">{t("lacksRoom")}</Badge>;
  if (lacksSeats) return <Badge kind="bad">{t("lacksSeats", { seats: classroom?.seats ?? 0 })}</Badge>;
  return obstacle && <ObstacleBadge obstacle={obstacle} />;
}

/** The booking form with this lesson filled in: refused there, it offers three ways out. */
function bookHref(cohortId: string, { title, kind, trainer, day, startsAt, endsAt, classroom }: Copy): string {
  const room = String(classroom?.number ?? noClassroom);
  return `/schedule/book?${new URLSearchParams({ cohort: cohortId, title, kind, trainer: trainer.id, day, startsAt, endsAt, classroom: room })}`;
}
