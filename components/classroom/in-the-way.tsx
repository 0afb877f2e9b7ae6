"use client";

import { useAnswer } from "@/components/ui/form";

/** Leads to the lesson that keeps a classroom from being closed. */
export function InTheWay({ words }: { words: string }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || typeof answer.figures.lesson !== "string") return null;
  return (
    <p>
      <a href={`/schedule/lessons/${answer.figures.lesson}`}>{words}</a>
    </p>
  );
}
