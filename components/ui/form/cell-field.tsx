"use client";

import { useCell } from "./field";

type Cell = { name: string; row: number; label: string; defaultValue?: string | number | undefined };

/** A number in a table of inputs: the heads of its column and row are its label. */
export function NumberCell({ name, row, label, defaultValue, maxLength }: Cell & { maxLength: number }) {
  const { id, wrong, typed } = useCell(name, row);
  return (
    <>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className="cell"
        id={id}
        name={`${name}[]`}
        maxLength={maxLength}
        defaultValue={typed ?? defaultValue}
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
      />
      <Wrong id={id} wrong={wrong} />
    </>
  );
}

type Text = { maxLength: number; placeholder?: string; className?: string; readOnly?: boolean | undefined };

/** A line of text in each row. */
export function TextCell({ name, row, label, defaultValue, ...text }: Cell & Text) {
  const { id, wrong, typed } = useCell(name, row);
  return (
    <>
      <input
        type="text"
        autoComplete="off"
        {...text}
        id={id}
        name={`${name}[]`}
        defaultValue={typed ?? defaultValue}
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
      />
      {wrong && <small className="wrong">{wrong}</small>}
    </>
  );
}

/** A day of its own in each row. */
export function DayCell({ name, row, label, defaultValue }: Cell) {
  const { id, wrong, typed } = useCell(name, row);
  return (
    <>
      <input
        type="date"
        className="cell"
        id={id}
        name={`${name}[]`}
        defaultValue={typed ?? defaultValue}
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
      />
      <Wrong id={id} wrong={wrong} />
    </>
  );
}

export function SelectCell({ name, row, label, defaultValue, options }: Cell & { options: [string, string][] }) {
  const { id, wrong, typed } = useCell(name, row);
  return (
    <>
      <select
        className="cell"
        id={id}
        name={`${name}[]`}
        defaultValue={typed ?? defaultValue}
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Wrong id={id} wrong={wrong} />
    </>
  );
}

function Wrong({ id, wrong }: { id: string; wrong: string | undefined }) {
  return wrong ? (
    <small className="wrong" id={`${id}-wrong`}>
      {wrong}
    </small>
  ) : null;
}
