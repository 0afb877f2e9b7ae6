"use client";

import { CheckField } from "@/components/ui/form/choice-field";
import { hintsOf } from "@/components/ui/form/error-box";
import { useAnswer } from "@/components/ui/form/form";
import type { WarningName } from "@/lib/trainee/rules/warnings";

export type WarningWords = Record<WarningName | "tick" | "people", string>;

/** U08, R4, R7, R11: what should be looked at before saving, at the field it speaks of, and the tick that says somebody did. */
export function WarningTicks({ of, words }: { of: WarningName[]; words: WarningWords }) {
  const hints = hintsOf(useAnswer());
  const given = hints?.lists.warnings ?? [];
  return of
    .filter((name) => given.includes(name))
    .map((name) => (
      <div className="banner warn whole" data-warnings={name} key={name}>
        <p>{words[name]}</p>
        <People people={(hints?.lists[name] ?? []) as Person[]} words={words} />
        <CheckField name="accepted" label={words.tick} value={name} ofList />
      </div>
    ));
}

type Person = { id: string; told: string };

function People({ people, words }: { people: Person[]; words: WarningWords }) {
  if (people.length === 0) return null;
  return (
    <>
      <p>{words.people}</p>
      <ul className="mb-2">
        {people.map(({ id, told }) => (
          <li key={id}>
            <a href={`/trainees/${id}`} target="_blank" rel="noreferrer">
              {told}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
