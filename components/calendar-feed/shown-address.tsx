"use client";

import { useAnswer } from "@/components/ui/form/form";
import { ShownOnce } from "@/components/ui/form/shown-once";

type Words = { lead: string; note: string; over: string };

/** The address of this one answer. */
export function ShownAddress({ words }: { words: Words }) {
  const answer = useAnswer();
  if (answer.state !== "done") return null;

  const { address } = (answer.value ?? {}) as { address?: string };
  return <ShownOnce words={words} text={address} />;
}
