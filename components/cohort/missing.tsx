"use client";

import { useAnswer } from "@/components/ui/form/form";
import { type Sentence, say } from "@/lib/wording/sentence";

type Props = {
  /** The sentence of each finding, and where it is mended. */
  words: Record<string, Sentence>;
  remedies: Record<string, string>;
};

/** The same list as on the page, as the law found it when somebody pressed. */
export function Missing({ words, remedies }: Props) {
  const answer = useAnswer();
  if (answer.state !== "refused" || answer.refusal !== "OPENING_INCOMPLETE") return null;

  const { gaps, ...figures } = answer.figures;
  return (
    <ul className="bullets" data-gaps={gaps}>
      {String(gaps)
        .split(" ")
        .map((name) => {
          const sentence = words[name] ? say(words[name], figures) : name;
          return <li key={name}>{remedies[name] ? <a href={remedies[name]}>{sentence}</a> : sentence}</li>;
        })}
    </ul>
  );
}
