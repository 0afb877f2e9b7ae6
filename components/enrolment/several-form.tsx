"use client";

import { type ReactNode, useRef, useState } from "react";
import { TextCell } from "@/components/ui/form/cell-field";
import { Form, type FormAction, useAnswer } from "@/components/ui/form/form";
import { useScript } from "@/components/ui/form/use-script";
import type { Answer } from "@/lib/refusal/answer";

export type SeveralRow = {
  id: string;
  name: string;
  detail: string;
  code: string;
  note?: ReactNode;
  disabled?: boolean;
};

/** A field of its own in each line (`name[]`), which comes with every line, ticked or not. */
type LineField = { name: string; label: string; maxLength: number };

export type SeveralWords = {
  code: string;
  note: string;
  results: string;
  all: string;
  states: Record<string, string>;
  refused: string;
};

type Result = { id: string; name: string; state?: string; sentence?: string; reason?: string };
type Props = {
  action: FormAction;
  submissionKey: string;
  /** The hidden and visible fields besides the list, and the button. */
  children?: ReactNode;
  /** The same above the list, where a line has a button of its own: the first of a form is the one that Enter presses. */
  lead?: ReactNode;
  /** The name under which the chosen ids travel. */
  name: string;
  rows: SeveralRow[];
  caption: string;
  words: SeveralWords;
  /** Sets apart two such lists on one page. */
  id?: string;
  line?: LineField;
};

/** Chooses several people and says of each what became of him; who was refused stays chosen, with the reason (U05). */
export function SeveralForm({ action, submissionKey, children, lead, name, id = "several", words, ...list }: Props) {
  return (
    <Form action={action} submissionKey={submissionKey} id={id}>
      {lead && <div className="sheet-body">{lead}</div>}
      <Results words={words} />
      {list.rows.length > 0 && <Rows name={name} words={words} {...list} />}
      {children && <div className="sheet-body">{children}</div>}
    </Form>
  );
}

function Results({ words }: Pick<Props, "words">) {
  const results = resultsOf(useAnswer());
  if (results.length === 0) return null;

  const done = results.filter(({ state }) => state);
  return (
    <div className="sheet-body" role="status">
      <strong>{words.results}</strong>
      <ul>
        {done.map(({ id, name, state }) => (
          <li key={id}>
            {name} {words.states[state as string]}
          </li>
        ))}
        {results
          .filter(({ state }) => !state)
          .map(({ id, name, sentence }) => (
            <li key={id} data-refused={id}>
              {name} {words.refused} {sentence}
            </li>
          ))}
      </ul>
    </div>
  );
}

function Rows({ name, rows, caption, words, line }: Pick<Props, "name" | "rows" | "caption" | "words" | "line">) {
  const answer = useAnswer();
  const failed = new Map(resultsOf(answer).map((result) => [result.id, result]));
  const typed = "typed" in answer ? (answer.typed[name] ?? []) : [];
  const list = useRef<HTMLTableSectionElement>(null);
  const last = useRef(-1);
  const scripted = useScript();
  const [answers, setAnswers] = useState(0);
  const [seen, setSeen] = useState(answer);
  // A new answer makes new boxes, so that those refused are ticked again; until then each box is the reader's own.
  if (answer !== seen) {
    setSeen(answer);
    setAnswers(answers + 1);
  }

  const boxes = () =>
    Array.from(list.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:not(:disabled)') ?? []);

  /** Shift takes everything between this row and the one before (U05). */
  function range(index: number, shift: boolean, checked: boolean) {
    if (shift && last.current >= 0) {
      const [from, to] = [Math.min(index, last.current), Math.max(index, last.current)];
      for (const box of boxes())
        if (Number(box.dataset.at) >= from && Number(box.dataset.at) <= to) box.checked = checked;
    }
    last.current = index;
  }

  return (
    <table className="table cards" key={answers}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="flex items-center gap-3">
              {scripted && (
                <input
                  type="checkbox"
                  aria-label={words.all}
                  onChange={(event) => {
                    for (const box of boxes()) box.checked = event.target.checked;
                  }}
                />
              )}
              {caption}
            </span>
          </th>
          <th scope="col">{words.code}</th>
          <th scope="col">{words.note}</th>
        </tr>
      </thead>
      <tbody ref={list}>
        {rows.map((row, index) => (
          <tr key={row.id}>
            <th scope="row" className="card-name">
              <label className="flex items-center gap-3">
                <input
                  key={String(row.disabled)}
                  type="checkbox"
                  name={`${name}[]`}
                  value={row.id}
                  data-at={index}
                  disabled={row.disabled}
                  defaultChecked={failed.has(row.id) || typed.includes(row.id)}
                  onClick={(event) => range(index, event.shiftKey, event.currentTarget.checked)}
                />
                <span>
                  {row.name}
                  <small className="muted">&ensp;{row.detail}</small>
                </span>
              </label>
            </th>
            <td className="card-side nowrap">{row.code}</td>
            <td className="card-below">
              {failed.get(row.id)?.sentence && <p className="wrong">{failed.get(row.id)?.sentence}</p>}
              {row.note}
              {line && (
                <TextCell
                  name={line.name}
                  row={index}
                  label={`${line.label} ${row.name}`}
                  placeholder={line.label}
                  maxLength={line.maxLength}
                  className="mt-2 w-full"
                  readOnly={row.disabled}
                  defaultValue={failed.get(row.id)?.reason}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const resultsOf = (answer: Answer): Result[] =>
  answer.state === "done" ? ((answer.value as { results?: Result[] } | null)?.results ?? []) : [];
