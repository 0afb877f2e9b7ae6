"use client";

import { type ChangeEvent, type MouseEvent, useState } from "react";
import { useCell } from "@/components/ui/form/field";
import { type Sentence, say } from "@/lib/wording/sentence";
import type { AttendanceMark } from "@/prisma/generated/enums";

export type RollRow = {
  id: string;
  name: string;
  place: string;
  /** What is preset: the mark that stands, leave that was granted, otherwise present. */
  mark: AttendanceMark;
  note: string;
  version: number;
  /** Who marked it and when, or that nobody has. */
  status: string;
  waiting: boolean;
  fixed: boolean;
};

export type RollWords = {
  marks: [AttendanceMark, string, string][];
  bar: Sentence;
  mark: Sentence;
  note: string;
  noteOf: Sentence;
};

type Props = {
  rows: RollRow[];
  words: RollWords /** With these somebody was there (R46). */;
  present: AttendanceMark[];
};

/** A tap on a name goes the usual way round: present, absent, on leave, late. */
const round: AttendanceMark[] = ["PRESENT", "ABSENT", "PERSONAL_LEAVE", "LATE"];

/** U17: one line a person with a choice of six; the name is a button that goes through the four that are usual. */
export function RollRows({ rows, words, present }: Props) {
  const [there, setThere] = useState(rows.filter(({ mark }) => present.includes(mark)).length);
  const count = (list: HTMLElement) => {
    const chosen = [...list.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')];
    setThere(chosen.filter(({ value }) => present.includes(value as AttendanceMark)).length);
  };

  function goRound({ target, currentTarget }: MouseEvent<HTMLElement>) {
    const name = target instanceof Element ? target.closest(".roll-name") : null;
    const group = name?.closest("li");
    if (!group) return;
    const chosen = group.querySelector<HTMLInputElement>("input:checked")?.value as AttendanceMark;
    const next = round[(round.indexOf(chosen) + 1) % round.length];
    const radio = group.querySelector<HTMLInputElement>(`input[value="${next}"]`);
    if (!radio || radio.disabled) return;
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    count(currentTarget);
  }

  return (
    <>
      <p className="roll-bar" role="status">
        {say(words.bar, { expected: rows.length, there })}
      </p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the choices beside each name do the same by keys */}
      <ul className="roll" onClick={goRound} onChange={(event: ChangeEvent<HTMLElement>) => count(event.currentTarget)}>
        {rows.map((row, n) => (
          <Row key={row.id} row={row} n={n} words={words} />
        ))}
      </ul>
    </>
  );
}

function Row({ row, n, words }: { row: RollRow; n: number; words: RollWords }) {
  const { id, wrong, typed } = useCell("marks", n);
  const { typed: typedNote } = useCell("notes", n);
  const chosen = typed ?? row.mark;
  return (
    <li>
      <div className="roll-name">
        <b>{row.name}</b>
        <small className="muted">&ensp;{row.place}</small>
        <small className="muted roll-status">{row.status}</small>
      </div>
      <input type="hidden" name="traineeIds[]" value={row.id} />
      <input type="hidden" name="versions[]" value={row.version} />
      <fieldset className="roll-marks" id={id} aria-describedby={wrong ? `${id}-wrong` : undefined}>
        <legend className="sr-only">{say(words.mark, { name: row.name })}</legend>
        {words.marks.map(([mark, short, long]) => (
          <label key={mark} title={long} data-mark={mark}>
            <input
              type="radio"
              name={`marks[${n}]`}
              value={mark}
              defaultChecked={chosen === mark}
              disabled={row.fixed && chosen !== mark}
              aria-label={long}
            />
            <span aria-hidden="true">{short}</span>
          </label>
        ))}
      </fieldset>
      {wrong && (
        <small className="wrong" id={`${id}-wrong`}>
          {wrong}
        </small>
      )}
      <details className="roll-note" open={Boolean(typedNote ?? row.note)}>
        <summary>{words.note}</summary>
        <input
          type="text"
          name="notes[]"
          maxLength={100}
          defaultValue={typedNote ?? row.note}
          aria-label={say(words.noteOf, { name: row.name })}
        />
      </details>
    </li>
  );
}
