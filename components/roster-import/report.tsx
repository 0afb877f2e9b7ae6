"use client";

import { LineTable } from "@/components/roster-import/line-table";
import { useAnswer } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import type { SaidLine } from "@/lib/roster-import/queries/report";
import type { Messages } from "@/lib/wording/messages";
import { type Sentences, say } from "@/lib/wording/sentence";

export type ReportWords = Sentences<Messages["rosterImport"]["report"]>;

const groups = ["WRONG", "OPEN", "NEW", "UPDATE", "SAME"] as const;

/** What would come of each line, in groups, the way back for the wrong ones, and the buttons that write. */
export function ImportReport({ words }: { words: ReportWords }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || !answer.lists.lines) return null;

  const lines = answer.lists.lines as SaidLine[];
  const of = (group: (typeof groups)[number]) => lines.filter((line) => groupOf(line) === group);
  const [wrong, open] = [of("WRONG").length, of("OPEN").length];
  const [back] = (answer.lists.back ?? []) as string[];
  const texts = (name: "unread" | "left") => ((answer.lists[name] ?? []) as string[]).join(say(words.between));
  return (
    <section className="sheet" id="f-report" tabIndex={-1} aria-label={say(words.title)} data-report>
      <div className="sheet-head">
        <h2>{say(words.title)}</h2>
        <p>{say(words.counts, Object.fromEntries(groups.map((group) => [group, of(group).length])))}</p>
      </div>
      <input type="hidden" name="seen" value={String(answer.figures.seen)} />
      <div className="sheet-body">
        {texts("unread") && <p className="muted">{say(words.unread, { columns: texts("unread") })}</p>}
        {texts("left") && <p className="muted">{say(words.left, { rows: texts("left") })}</p>}
      </div>
      {groups.map((group) => (
        <LineTable
          key={`${group} ${answer.figures.seen}`}
          title={say(words.groups[group])}
          lines={of(group)}
          words={words}
        />
      ))}
      {back && (
        <div className="sheet-body">
          <label className="field">
            <span>{say(words.back)}</span>
            <textarea readOnly rows={4} className="w-full" defaultValue={back} key={back} />
          </label>
        </div>
      )}
      <div className="sheet-body flex flex-wrap gap-3">
        {wrong === 0 && (
          <Submit main={open === 0} name="rows" value="ALL">
            {say(words.all, { count: lines.length })}
          </Submit>
        )}
        {wrong + open > 0 && lines.length > wrong && (
          <Submit name="rows" value="VALID">
            {say(words.valid)}
          </Submit>
        )}
      </div>
    </section>
  );
}

/** A line whose warnings are unanswered is looked at first, new or known. */
const groupOf = ({ kind, warnings }: SaidLine): (typeof groups)[number] =>
  warnings && kind !== "WRONG" ? "OPEN" : kind;
