import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { type Sentence, say } from "@/lib/wording/sentence";
import type { AttendanceMark } from "@/prisma/generated/enums";

export type GridLesson = {
  id: string;
  /** The two lines of its head, and the whole of it. */
  day: string;
  from: string;
  whole: string;
  begun: boolean;
  /** 实到/应到, once somebody is marked. */
  counted: string;
  waiting: number;
};

/** Empty where the person is not expected; otherwise the mark or none, the version seen, and leave that was granted. */
export type GridCell = [mark: AttendanceMark | "", seen: number, leave?: AttendanceMark] | null;

export type GridPerson = {
  id: string;
  name: string;
  lastFour: string;
  away: boolean;
  /** Whose marks can still be written. */
  open: boolean;
  figures: string[];
  cells: GridCell[];
};

export type GridWords = {
  signs: Record<AttendanceMark, string>;
  marks: Record<AttendanceMark, string>;
  columns: string[];
  absences: string;
  cell: Sentence;
};

type Sheet = { lessons: GridLesson[]; words: GridWords; editing: boolean };

/** Drawn once: what is typed stands in the inputs, and the counts beside them are drawn without these. */
export const GridBody = memo(function GridBody({ people, ...sheet }: Sheet & { people: GridPerson[] }) {
  return (
    <tbody>
      {people.map((person) => (
        <GridRow key={person.id} person={person} {...sheet} />
      ))}
    </tbody>
  );
});

/** How the six figures stand on a card on the phone. */
const cards = ["num", "num", "num card-below", "num card-side", "num", "num card-below-side"];

/** One person: the sums, then a cell a lesson. */
function GridRow({ person, lessons, words, editing }: Sheet & { person: GridPerson }) {
  const { id, name, lastFour, away, open, figures, cells } = person;
  return (
    <tr data-person={id} data-name={name}>
      <th scope="row" className="card-name">
        {name}
        <small className="muted">&ensp;…{lastFour}</small>
        {away && (
          <>
            &ensp;<Badge kind="warn">{words.absences}</Badge>
          </>
        )}
      </th>
      {figures.map((figure, n) => (
        <td className={cards[n]} data-label={words.columns[n]} key={words.columns[n]}>
          {figure}
        </td>
      ))}
      {lessons.map((lesson, n) =>
        editing && open && lesson.begun && cells[n] ? (
          <td className="lesson" key={lesson.id}>
            <Cell cell={cells[n]} label={say(words.cell, { name, lesson: whole(lesson) })} signs={words.signs} />
          </td>
        ) : (
          <Shown key={lesson.id} cell={cells[n] ?? null} begun={lesson.begun} words={words} />
        ),
      )}
    </tr>
  );
}

const whole = ({ day, from }: GridLesson) => `${day} ${from}`;

function Cell({
  cell: [mark, seen, leave],
  label,
  signs,
}: {
  cell: NonNullable<GridCell>;
  label: string;
  signs: GridWords["signs"];
}) {
  return (
    <input
      type="text"
      className="cell"
      autoComplete="off"
      defaultValue={mark && signs[mark]}
      data-seen={seen}
      data-leave={leave && signs[leave]}
      aria-label={label}
    />
  );
}

function Shown({ cell, begun, words }: { cell: GridCell; begun: boolean; words: GridWords }) {
  if (!cell) return <td className="lesson" />;
  const [mark] = cell;
  if (!mark) return <td className="lesson">{begun ? "·" : ""}</td>;
  return (
    <td className={mark === "ABSENT" ? "lesson bad" : "lesson"}>
      <abbr title={words.marks[mark]}>{words.signs[mark]}</abbr>
    </td>
  );
}

export function LessonHead({ lesson: { id, day, from, whole, begun } }: { lesson: GridLesson }) {
  const short = (
    <>
      {day}
      <br />
      {from}
    </>
  );
  return (
    <th scope="col" className="num lesson" title={whole} data-lesson={id} data-at={`${day} ${from}`}>
      {begun ? (
        <a href={`/schedule/lessons/${id}/roll`} aria-label={whole}>
          {short}
        </a>
      ) : (
        short
      )}
    </th>
  );
}
