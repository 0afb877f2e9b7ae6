"use client";

import { useWording } from "@/components/ui/wording";
import { minuteOfInstant } from "@/lib/value/clock";
import { say } from "@/lib/wording/sentence";
import { useAnswer } from "./form";
import { Submit } from "./submit";

type Props = {
  fields: Record<string, string>;
  /** What a code or a tick reads as, by field. */
  choices: Record<string, Record<string, string>>;
  /** The page of this form, fresh. */
  href: string;
  /** Where a form has several buttons: the name they share, so that saving again means the one that was pressed. */
  again?: string;
};

/** I27, U26: what was typed beside what somebody else has saved meanwhile; saving again keeps what was typed. */
export function StaleValues({ fields, choices, href, again }: Props) {
  const { stale: words } = useWording();
  const answer = useAnswer();
  if (answer.state !== "refused" || answer.refusal !== "STALE") return null;

  const { version, by, at, ...now } = answer.figures;
  const pressed = again && String(answer.typed[again] ?? "");
  const read = (field: string, value: string) =>
    value
      .split(" ")
      .map((one) => choices[field]?.[one] ?? one)
      .join(" ");
  const rows = Object.entries(now)
    .map(([field, theirs]) => ({ field, mine: [answer.typed[field] ?? ""].flat().join(" "), theirs: String(theirs) }))
    .filter(({ field, mine, theirs }) => mine !== theirs && !(mine === "" && /phone/i.test(field)));

  return (
    <div className="mt-3">
      <input type="hidden" name="version" value={version} />
      <p>{say(words.by, { by: String(by), at: shown(String(at)) })}</p>
      <table className="table">
        <caption className="sr-only">{say(words.caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(words.field)}</th>
            <th scope="col">{say(words.mine)}</th>
            <th scope="col">{say(words.theirs)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, mine, theirs }) => (
            <tr key={field}>
              <th scope="row">{fields[field] ?? field}</th>
              <td className={aDay.test(mine) ? "nowrap" : undefined}>{read(field, mine)}</td>
              <td className={aDay.test(theirs) ? "nowrap" : undefined}>{read(field, theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="actions mt-3">
        <Submit {...(pressed && { name: again, value: pressed })}>{say(words.keep)}</Submit>
        <a className="button" href={href}>
          {say(words.take)}
        </a>
      </div>
    </div>
  );
}

/** Not broken at its hyphens on a phone. */
const aDay = /^\d{4}-\d{2}-\d{2}$/;

/** The instant as the base's clock shows it, wherever the browser stands. */
const shown = (at: string) => at && minuteOfInstant(new Date(at));
