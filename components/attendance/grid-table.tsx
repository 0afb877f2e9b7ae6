"use client";

import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { changedIn, changesOf, fill, isCell, paste, put, restore, wrongIn } from "@/components/attendance/grid-cells";
import {
  GridBody,
  type GridLesson,
  type GridPerson,
  type GridWords,
  LessonHead,
} from "@/components/attendance/grid-row";
import { moveAmongCells } from "@/components/ui/form/cell-keys";
import { useWide } from "@/components/ui/form/use-wide";
import { isComposing } from "@/components/ui/shortcut";
import { markOf, type TypedAs, textsOf } from "@/lib/attendance/rules";
import { type Sentence, say } from "@/lib/wording/sentence";

type Words = GridWords & {
  caption: string;
  name: string;
  columns: string[];
  there: string;
  all: string;
  allOf: Sentence;
  typed: TypedAs[];
  unchanged: string;
  changed: Sentence;
  wrong: Sentence;
  pasted: Sentence;
  lost: Sentence;
  outside: Sentence;
};

type Props = {
  lessons: GridLesson[];
  people: GridPerson[];
  words: Words;
  /** Whether this reader takes rolls; with script and room the cells are then inputs, otherwise each lesson leads to its roll. */
  edits: boolean;
  id: string;
  children?: ReactNode;
};

/** 考勤表: people down, lessons across. Arrow keys go about, a letter or a digit sets a mark, a block is pasted from a spreadsheet. */
export function GridTable({ lessons, people, words, edits, id, children }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const editing = useWide() && edits;
  const signs = useMemo(() => ({ written: words.signs, texts: textsOf(words.typed) }), [words]);
  const [told, setTold] = useState({ changed: 0, wrong: [] as string[], pasted: "" });

  useEffect(() => {
    const form = table.current?.closest("form");
    const send = ({ formData }: FormDataEvent) => {
      for (const column of table.current ? changesOf(table.current) : []) formData.append("changes[]", column);
    };
    form?.addEventListener("formdata", send);
    return () => form?.removeEventListener("formdata", send);
  }, []);

  function count(pasted = "") {
    if (!table.current) return;
    setTold({ changed: changedIn(table.current).length, wrong: wrongIn(table.current), pasted });
  }

  function press(event: KeyboardEvent<HTMLTableElement>) {
    const { target, key } = event;
    if (!isCell(target) || isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (moveAmongCells(event, { sideways: true })) return;
    const erases = key === "Backspace" || key === "Delete";
    if (!erases && (key.length > 1 || !markOf(key, signs.texts))) return;

    event.preventDefault();
    if (erases) restore(target, signs);
    else put(target, key, signs);
    target.select();
    count();
  }

  /** What an input method wrote, once it has done. */
  function settle(target: EventTarget) {
    if (!isCell(target)) return;
    put(target, target.value, signs);
    count();
  }

  function insert(event: ClipboardEvent<HTMLTableElement>) {
    if (!isCell(event.target)) return;
    event.preventDefault();
    const { placed, lost, outside } = paste(event.target, event.clipboardData.getData("text/plain"), signs);
    const said = [
      say(words.pasted, { count: placed }),
      lost.length > 0 ? say(words.lost, { count: lost.length, names: named(lost) }) : "",
      outside > 0 ? say(words.outside, { count: outside }) : "",
    ];
    count(said.join(" "));
  }

  function fillColumn(column: number) {
    if (table.current) fill(table.current, column, signs);
    count();
  }

  const before = words.columns.length + 1;
  return (
    <>
      <div className="table-wrap">
        <table
          className="table cards roll-grid"
          id={id}
          ref={table}
          onKeyDown={press}
          onPaste={insert}
          onInput={({ target, nativeEvent }) => !isComposing(nativeEvent as InputEvent) && settle(target)}
          onCompositionEnd={({ target }) => settle(target)}
          onFocus={({ target }) => isCell(target) && target.select()}
        >
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              {words.columns.map((column) => (
                <th scope="col" className="num" key={column}>
                  {column}
                </th>
              ))}
              {lessons.map((lesson) => (
                <LessonHead key={lesson.id} lesson={lesson} />
              ))}
            </tr>
          </thead>
          <GridBody people={people} lessons={lessons} words={words} editing={editing} />
          {lessons.length > 0 && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={before}>
                  {words.there}
                </th>
                {lessons.map(({ id: lesson, counted, begun, waiting, whole }, n) => (
                  <td className="num" key={lesson}>
                    {counted}
                    {editing && begun && waiting > 0 && (
                      <button
                        type="button"
                        className="fill"
                        aria-label={say(words.allOf, { lesson: whole })}
                        onClick={() => fillColumn(before + n)}
                      >
                        {words.all}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {editing && (
        <div className="sheet-body">
          <p role="status">
            {told.changed > 0 ? say(words.changed, { count: told.changed }) : words.unchanged} {told.pasted}
          </p>
          {told.wrong.length > 0 && (
            <p className="wrong">{say(words.wrong, { count: told.wrong.length, names: named(told.wrong) })}</p>
          )}
          {children}
        </div>
      )}
    </>
  );
}

/** So many cells are named. */
const named = (cells: string[]): string => cells.slice(0, 10).join("；");
