"use client";

import { LineTable } from "@/components/roster-import/line-table";
import { useAnswer } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import type { Group, SaidGroup } from "@/lib/roster-import/queries/report";
import type { Messages } from "@/lib/wording/messages";
import { type Sentences, say } from "@/lib/wording/sentence";

export type ReportWords = Sentences<Messages["rosterImport"]["report"]>;

/** What would come of each line, in groups, the way back for the wrong ones, and the buttons that write. */
export function ImportReport({ words, backName }: { words: ReportWords; backName: string }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || !answer.lists.groups) return null;

  const groups = answer.lists.groups as SaidGroup[];
  const counts = Object.fromEntries(groups.map(({ group, count }) => [group, count])) as Record<Group, number>;
  const { WRONG: wrong, OPEN: open } = counts;
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  const texts = (name: "unread" | "left" | "sheets") =>
    ((answer.lists[name] ?? []) as string[]).join(say(words.between));
  return (
    <section className="sheet" id="f-report" tabIndex={-1} aria-label={say(words.title)} data-report>
      <div className="sheet-head">
        <h2>{say(words.title)}</h2>
        <p>{say(words.counts, counts)}</p>
      </div>
      <input type="hidden" name="seen" value={String(answer.figures.seen)} />
      <div className="sheet-body">
        {texts("unread") && <p className="muted">{say(words.unread, { columns: texts("unread") })}</p>}
        {texts("left") && <p className="muted">{say(words.left, { rows: texts("left") })}</p>}
        {texts("sheets") && <p className="muted">{say(words.sheets, { sheets: texts("sheets") })}</p>}
      </div>
      {groups.map((one) => (
        <LineTable key={`${one.group} ${answer.figures.seen}`} {...one} words={words} />
      ))}
      <GoingBack lists={answer.lists} words={words} name={backName} />
      <div className="sheet-body flex flex-wrap gap-3">
        {wrong === 0 && (
          <Submit main={open === 0} name="rows" value="ALL">
            {say(words.all, { count: all })}
          </Submit>
        )}
        {wrong + open > 0 && all > wrong && (
          <Submit name="rows" value="VALID">
            {say(words.valid)}
          </Submit>
        )}
      </div>
    </section>
  );
}

type BackProps = { lists: Record<string, readonly unknown[]>; words: ReportWords; name: string };

/** The wrong lines for whoever sent them: as the template, or to be copied. They are in the page already and nowhere else. */
function GoingBack({ lists, words, name }: BackProps) {
  const [file] = (lists.backFile ?? []) as string[];
  const [text] = (lists.backText ?? []) as string[];
  if (!file || !text) return null;
  return (
    <div className="sheet-body">
      <p className="mb-4">
        <a className="button" download={name} href={`data:${xlsx};base64,${file}`}>
          {say(words.backFile)}
        </a>
      </p>
      <label className="field">
        <span>{say(words.back)}</span>
        <textarea readOnly rows={4} className="w-full" defaultValue={text} key={text} />
      </label>
    </div>
  );
}

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
