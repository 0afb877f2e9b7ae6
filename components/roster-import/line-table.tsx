"use client";

import type { ReportWords } from "@/components/roster-import/report";
import { useAnswer } from "@/components/ui/form/form";
import { useScript } from "@/components/ui/form/use-script";
import type { SaidGroup, SaidLine } from "@/lib/roster-import/queries/report";
import { say } from "@/lib/wording/sentence";

/** The same in each group, so that the columns stand below each other. */
const widths = { row: "num w-24", name: "w-40", code: "w-56", said: undefined };

/** The lines of one group, each with all that is to be said of it, and how many more there are. */
export function LineTable({ group, count, lines, words }: SaidGroup & { words: ReportWords }) {
  if (count === 0) return null;
  const title = say(words.groups[group]);
  return (
    <>
      <h3 className="sheet-body">
        {title}({count})
      </h3>
      {group === "OPEN" && lines.length > few && <LookAll label={say(words.lookAll, { count })} />}
      <table className="table cards">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {(["row", "name", "code", "said"] as const).map((column) => (
              <th scope="col" className={widths[column]} key={column}>
                {say(words.columns[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number} data-line={line.number}>
              <td className="num card-below-side">{line.at}</td>
              <th scope="row" className="card-name nowrap">
                {line.name}
              </th>
              <td className="nowrap card-below">{line.code}</td>
              <td className="card-more">
                <Said line={line} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > lines.length && <p className="sheet-body muted">{say(words.more, { count: count - lines.length })}</p>}
    </>
  );
}

/** Fewer are ticked one by one. */
const few = 2;

/** One tick for a whole village that shares its cadre's telephone, after somebody has read the lines; without script each has its own. */
function LookAll({ label }: { label: string }) {
  const tickAll = (tick: HTMLInputElement) => {
    const each = tick.form?.querySelectorAll<HTMLInputElement>('input[name="looked[]"]') ?? [];
    for (const one of each) one.checked = tick.checked;
  };
  if (!useScript()) return null;
  return (
    <label className="choice sheet-body">
      <input type="checkbox" onChange={({ currentTarget }) => tickAll(currentTarget)} />
      <span>{label}</span>
    </label>
  );
}

function Said({ line, words }: { line: SaidLine; words: ReportWords }) {
  const { wrong, changes, warnings, place, refused } = line;
  return (
    <>
      {wrong.map(({ label, value, sentence }) => (
        <p className="wrong" key={label + sentence}>
          {sentence}
          {value && (
            <small className="muted">
              &ensp;{label} {value}
            </small>
          )}
        </p>
      ))}
      {changes && <p>{say(words.changes, { columns: changes })}</p>}
      {warnings && <Look warnings={warnings} words={words} name={line.name} />}
      {place && <p>{place}</p>}
      {refused && (
        <p>
          {say(words.refused)} {refused}
        </p>
      )}
    </>
  );
}

type LookProps = { warnings: NonNullable<SaidLine["warnings"]>; words: ReportWords; name: string };

/** R4, R7, R11, U08: nobody is taken in before somebody has looked and said so. */
function Look({ warnings: { value, told }, words, name }: LookProps) {
  const answer = useAnswer();
  const typed = "typed" in answer ? [answer.typed.looked ?? []].flat() : [];
  return (
    <>
      {told.map(({ warning, people }) => (
        <p key={warning}>
          {warning}
          {people.length > 0 && <small className="muted">&ensp;{people.join(say(words.between))}</small>}
        </p>
      ))}
      <label className="choice">
        <input type="checkbox" name="looked[]" value={value} defaultChecked={typed.includes(value)} />
        <span>
          {say(words.look)}
          <span className="sr-only"> {name}</span>
        </span>
      </label>
    </>
  );
}
