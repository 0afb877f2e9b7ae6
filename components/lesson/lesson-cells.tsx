import type { ReactNode } from "react";
import type { Day } from "@/lib/value/calendar";

type Props = {
  lesson: { id: string; day: Day; startsAt: string; endsAt: string; title: string };
  /** The day of the week in the reader's language. */
  weekday: string;
  /** What the calendar says of the day. */
  mark: ReactNode;
};

/** When a lesson is and what it is called, the first cells of its row; its name leads to it. */
export const LessonCells = ({ lesson: { id, day, startsAt, endsAt, title }, weekday, mark }: Props) => (
  <>
    <td className="card-below nowrap">
      {day} {weekday} {mark}
    </td>
    <td className="card-below-side nowrap">
      {startsAt}–{endsAt}
    </td>
    <th scope="row" className="card-name">
      <a href={`/schedule/lessons/${id}`}>{title}</a>
    </th>
  </>
);
