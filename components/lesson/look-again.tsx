"use client";

import { useAnswer } from "@/components/ui/form/form";
import { type Sentence, say } from "@/lib/wording/sentence";

/** Which of the lessons was refused, and the way to see what is free now; everything ticked would be looked at anew. */
export function LookAgain({ words, href }: { words: Sentence; href: string }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || !answer.figures.day) return null;

  const { day, startsAt = "" } = answer.figures;
  return (
    <p>
      <a href={href}>{say(words, { day, startsAt })}</a>
    </p>
  );
}
