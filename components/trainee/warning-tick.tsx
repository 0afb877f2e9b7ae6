"use client";

import { CheckField } from "@/components/ui/choice-field";
import { useAnswer } from "@/components/ui/form";
import type { WarningName } from "@/lib/trainee/rules/warnings";

type Words = Record<WarningName | "title" | "tick" | "people", string>;

/** U08, R4, R7, R11: what should be looked at before saving, and the tick that says somebody did. */
export function WarningTick({ words }: { words: Words }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || answer.figures.case !== "WARNINGS") return null;

  const { warnings, people } = answer.figures;
  const alike = String(people).split("\n").filter(Boolean).map(partsOf);
  return (
    <div className="banner warn" data-warnings={warnings}>
      <strong>{words.title}</strong>
      <ul className="list-disc pl-5">
        {String(warnings)
          .split(" ")
          .map((name) => (
            <li key={name}>{words[name as WarningName]}</li>
          ))}
      </ul>
      {alike.length > 0 && <p className="mt-2">{words.people}</p>}
      <ul>
        {alike.map(({ id, told }) => (
          <li key={id}>
            <a href={`/trainees/${id}`} target="_blank" rel="noreferrer">
              {told}
            </a>
          </li>
        ))}
      </ul>
      <CheckField key={String(warnings)} name="accepted" label={words.tick} value={String(warnings)} />
    </div>
  );
}

/** Each line is an id and, after the first space, what tells the person from others. */
function partsOf(line: string) {
  const at = line.indexOf(" ");
  return { id: line.slice(0, at), told: line.slice(at + 1) };
}
