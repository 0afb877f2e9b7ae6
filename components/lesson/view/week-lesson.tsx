import { MarkedLesson } from "@/components/lesson/week-marks";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import { isPreset } from "@/lib/lesson/rules/half-day";
import type { Rows } from "@/lib/lesson/rules/view";

type Props = { lesson: LessonRecord; by: Rows; joint: string; marked: boolean; here: boolean };

/** A lesson in the table of a week: what the row does not say by itself, and how many are in it. */
export function WeekLesson({ lesson, by, joint, marked, here }: Props) {
  const { id, title, startsAt, endsAt, classroom, trainer, heads, cohorts } = lesson;
  const whole = cohorts.map((cohort) => `${cohort.number} ${cohort.title}`).join(" + ");
  const time = isPreset(lesson) ? "" : `${startsAt}–${endsAt} `;
  const words = (
    <>
      <b className="flex gap-1" title={whole}>
        <span className="min-w-0 flex-1">{by === "cohort" ? title : cohortsInShort(lesson, joint)}</span>
        <i>{heads}</i>
      </b>
      <span>
        {time}
        {by !== "room" && classroom && `${classroom.label} `}
        {by === "cohort" ? trainer.name : title}
      </span>
    </>
  );

  if (marked) return <MarkedLesson id={id}>{words}</MarkedLesson>;
  return (
    <a
      className={here ? "lesson just-booked" : "lesson"}
      aria-current={here || undefined}
      href={`/schedule/lessons/${id}`}
    >
      {words}
    </a>
  );
}

/** Number and occupation; the year stands above the table, level and term on the lesson's page. */
function cohortsInShort({ cohorts }: LessonRecord, joint: string): string {
  const numbers = cohorts.map(({ number }) => number.slice(5)).join("+");
  return `${numbers} ${cohorts.length > 1 ? joint : (cohorts[0]?.title.split(/[\s\uFF08(]/)[0] ?? "")}`;
}
