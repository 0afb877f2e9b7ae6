"use client";

import { useAnswer } from "@/components/ui/form/form";
import type { RevealField } from "@/lib/trainee/rules/notice";
import { type Sentence, say } from "@/lib/wording/sentence";

type Words = { shown: Sentence; hidden: Sentence; numbers: Record<RevealField, Sentence> };

/** The number of this one answer; the page itself never carries it. */
export function ShownNumber({ words }: { words: Words }) {
  const answer = useAnswer();
  if (answer.state !== "done") return null;

  const { number, of } = (answer.value ?? {}) as { number?: string; of?: RevealField };
  return (
    <p className="banner info" role="status" data-shown={of}>
      {number && of ? (
        <>
          {say(words.shown, { number: say(words.numbers[of]) })}
          <Grouped number={number} />
        </>
      ) : (
        say(words.hidden)
      )}
    </p>
  );
}

/** U10: 6-8-4, a telephone 3-4-4, apart for the eye only: what is copied is the number. */
function Grouped({ number }: { number: string }) {
  const groups = /^(.{6})(.{8})(.{4})$/.exec(number) ?? /^(.{3})(.{4})(.{4})$/.exec(number) ?? [number, number];
  return groups.slice(1).map((group, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one number never change places
    <span key={index} className={index > 0 ? "ml-2" : undefined}>
      {group}
    </span>
  ));
}
