"use client";

import { DayCell, NumberCell, SelectCell } from "@/components/ui/form/cell-field";
import { moveAmongCells } from "@/components/ui/form/cell-keys";
import { type Sentence, say } from "@/lib/wording/sentence";

export type MarksColumn = "attended" | "theory" | "practice" | "plans" | "heldOns";
export type MarksRow = {
  id: string;
  version: number;
  name: string;
  place: string;
  scheduled: number;
  /** R44: of these, how many are over. */
  held: number;
  values: Record<MarksColumn, string>;
  /** Columns in which this person's figures stand as they are. */
  fixed: MarksColumn[];
};
export type MarksWords = {
  caption: string;
  number: string;
  name: string;
  scheduled: string;
  held: Sentence;
  columns: Record<MarksColumn, string>;
  cell: Sentence;
  grades: [string, string][];
};

type Props = { rows: MarksRow[]; columns: MarksColumn[]; words: MarksWords };

/** A table of inputs, one row a person; the arrow keys and Enter go up and down in a column as in a spreadsheet. */
export function MarksTable({ rows, columns, words }: Props) {
  return (
    <div className="table-wrap">
      <table className="table marks" onKeyDown={(event) => moveAmongCells(event)}>
        <caption className="sr-only">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {words.number}
            </th>
            <th scope="col">{words.name}</th>
            <th scope="col" className="num">
              {words.scheduled}
            </th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={row.id}>
              <td className="num">{n + 1}</td>
              <th scope="row">
                {row.name}
                <small className="muted">&ensp;{row.place}</small>
                <input type="hidden" name="enrolmentIds[]" value={row.id} />
                <input type="hidden" name="versions[]" value={row.version} />
              </th>
              <td className="num" data-label={words.scheduled}>
                {row.scheduled}
                {row.held < row.scheduled && (
                  <small className="muted">&ensp;{say(words.held, { held: row.held })}</small>
                )}
              </td>
              {columns.map((column) => (
                <td key={column} data-label={words.columns[column]}>
                  <Cell row={row} n={n} column={column} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, n, column, words }: { row: MarksRow; n: number; column: MarksColumn; words: MarksWords }) {
  const value = row.values[column];
  if (row.fixed.includes(column)) {
    const said = column === "plans" ? words.grades.find(([grade]) => grade === value)?.[1] : value;
    return (
      <span className="muted">
        {value ? said : "–"}
        <input type="hidden" name={`${column}[]`} value={value} />
      </span>
    );
  }
  const label = say(words.cell, { name: row.name, column: words.columns[column] });
  if (column === "heldOns") return <DayCell name={column} row={n} label={label} defaultValue={value} />;
  return column === "plans" ? (
    <SelectCell name={column} row={n} label={label} defaultValue={value} options={words.grades} />
  ) : (
    <NumberCell name={column} row={n} label={label} defaultValue={value} maxLength={5} />
  );
}
