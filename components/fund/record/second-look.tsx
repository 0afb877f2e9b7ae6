"use client";

import { CheckField } from "@/components/ui/form/choice-field";
import { useAnswer } from "@/components/ui/form/form";
import type { WarningName } from "@/lib/fund/rules/second-look";
import { type Sentence, say } from "@/lib/wording/sentence";

type Words = Record<WarningName | "title" | "tick" | "earlier", Sentence>;

/** R69, R71: what should be looked at before handing in, with the way to the earlier record, and the tick that says somebody did. */
export function SecondLook({ words }: { words: Words }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || answer.figures.case !== "WARNINGS") return null;

  const { earlier, day, paper } = answer.figures;
  const warnings = (answer.lists.warnings ?? []) as WarningName[];
  return (
    <div className="banner warn" data-warnings={warnings.join(" ")}>
      <strong>{say(words.title)}</strong>
      {warnings.map((name) => (
        <div key={name}>
          <p>{say(words[name])}</p>
          <CheckField name="accepted" label={say(words.tick)} value={name} ofList />
        </div>
      ))}
      {earlier && (
        <p className="mt-2">
          <a href={String(earlier)} target="_blank" rel="noreferrer">
            {say(words.earlier, { day: String(day), paper: String(paper) })}
          </a>
        </p>
      )}
    </div>
  );
}
