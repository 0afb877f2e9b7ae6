"use client";

import { useAnswer } from "@/components/ui/form/form";
import { ShownOnce } from "@/components/ui/form/shown-once";

type Words = { lead: string; label: string; note: string; record: string; over: string };

/** The one-time link of this one answer. */
export function ShownLink({ words }: { words: Words }) {
  const answer = useAnswer();
  if (answer.state !== "done") return null;

  const { link, accountId } = (answer.value ?? {}) as { link?: string; accountId?: string };
  return (
    <ShownOnce words={words} text={link}>
      <p>
        <a href={`/admin/accounts/${accountId}`}>{words.record}</a>
      </p>
    </ShownOnce>
  );
}
