import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { lackWords } from "@/components/classroom/lack-words";
import { Badge } from "@/components/ui/badge";
import { dayMarks } from "@/components/working-day/day-mark";
import type { PlannedLesson } from "@/lib/lesson/queries/in-the-way";
import type { Offer } from "@/lib/lesson/rules/alternatives";
import { isClear, isFree } from "@/lib/lesson/rules/clear";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import { weekday } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { ObstacleBadge } from "./obstacle-badge";

type Props = {
  caption: string;
  cohortId: string;
  lessons: PlannedLesson[];
  /** Of the boxes: those of a holiday travel apart, so that each was ticked as such. */
  names: { worked: string; holiday: string };
  /** What a box sends; its lesson's id where nothing else is said. */
  sends?: (lesson: PlannedLesson) => string;
  /** A holiday that was taken in before comes ticked. */
  takenIn?: readonly string[];
  /** So does a classroom that was chosen for all, whatever it lacks. */
  takesLacking?: boolean;
};

/** Every lesson of a plan on its day with what is in its way; what is free is ticked. */
export async function PlannedLessons({ caption, cohortId, lessons, names, sends, takenIn = [], takesLacking }: Props) {
  const [t, markOf] = await Promise.all([getTranslations("lesson"), dayMarks(lessons.map(({ day }) => day))]);

  return (
    <table className="table cards">
      <caption className="sr-only">{caption}</caption>
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
        {lessons.map((lesson) => (
          <Row
            key={lesson.id}
            cohortId={cohortId}
            lesson={lesson}
            mark={markOf(lesson.day)}
            box={{
              name: `${lesson.obstacle?.holiday ? names.holiday : names.worked}[]`,
              value: sends?.(lesson) ?? lesson.id,
              defaultChecked: isClear(lesson, {
                ...(takenIn.includes(lesson.day) && { holiday: null }),
                ...(takesLacking && { lack: null }),
              }),
            }}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  cohortId: string;
  lesson: PlannedLesson;
  mark: ReactNode;
  box: { name: string; value: string; defaultChecked: boolean };
};

function Row({ cohortId, lesson, mark, box }: RowProps) {
  const t = useTranslations("lesson");
  const { day, startsAt, endsAt, title, classroom, trainer } = lesson;

  return (
    <tr>
      <td className="card-side">
        <input
          type="checkbox"
          {...box}
          aria-label={`${t("repeat.take")} ${day} ${startsAt} ${title}`}
          disabled={lesson.isCopied}
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
          <State lesson={lesson} />
          {lesson.offer && <Offered lesson={lesson} offer={lesson.offer} />}
          {!lesson.isCopied && !isClear(lesson) && !box.defaultChecked && (
            <a href={bookHref(cohortId, lesson)}>{t("copy.elsewhere")}</a>
          )}
        </div>
      </td>
    </tr>
  );
}

/** Where a lesson in the way of another could stand instead: ticked, it goes there. */
function Offered({ lesson, offer }: { lesson: PlannedLesson; offer: Offer }) {
  const t = useTranslations("lesson");
  const { day, startsAt, classroom } = offer;
  const place = classroom ? `${classroom.label} ${classroom.name}` : "";
  const when = { weekday: t(`weekday.${String(weekday(day)) as "1"}`), day, startsAt, place };

  return (
    <label className="choice">
      <input type="checkbox" name="placed[]" value={placedValue(lesson, offer)} />
      <span>{t("copy.offer", when)}</span>
    </label>
  );
}

type Place = Pick<Offer, "day" | "startsAt" | "endsAt"> & { classroom: { number: number } | null };

/** A lesson of an earlier run and the place it goes to, as a copy reads it. */
export const placedValue = ({ id }: { id: string }, { day, startsAt, endsAt, classroom }: Place): string =>
  [id, day, startsAt, endsAt, classroom?.number ?? noClassroom].join(" ");

async function State({
  lesson: { obstacle, isCopied, hasLeft, lacksRoom, lacksSeats, lack, classroom, trainer },
}: {
  lesson: PlannedLesson;
}) {
  const [t, words, said] = await Promise.all([
    getTranslations("lesson.copy"),
    getTranslations("lesson.fitting"),
    lackWords(),
  ]);
  if (isCopied) return <Badge kind="ok">{t("copied")}</Badge>;
  if (hasLeft) return <Badge kind="bad">{t("hasLeft", { trainer: trainer.name })}</Badge>;
  if (lacksRoom) return <Badge kind="bad">{t("lacksRoom")}</Badge>;
  if (lacksSeats) return <Badge kind="bad">{t("lacksSeats", { seats: classroom?.seats ?? 0 })}</Badge>;
  if (lack && (obstacle === null || isFree(obstacle)))
    return <Badge kind="warn">{words("lacks", { lack: said(lack) })}</Badge>;
  return obstacle && <ObstacleBadge obstacle={obstacle} />;
}

/** The booking form with this lesson filled in: refused there, it offers three ways out. */
function bookHref(cohortId: string, { title, kind, trainer, day, startsAt, endsAt, classroom }: PlannedLesson): string {
  const room = String(classroom?.number ?? noClassroom);
  return `/schedule/book?${new URLSearchParams({ cohort: cohortId, title, kind, trainer: trainer.id, day, startsAt, endsAt, classroom: room })}`;
}
