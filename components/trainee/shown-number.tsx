"use client";

import { useAnswer } from "@/components/ui/form";
import { fill } from "@/components/ui/wording";
import type { RevealField } from "@/lib/trainee/rules/notice";

type Words = { shown: string; hidden: string; numbers: Record<RevealField, string> };

/** The number of this one answer; the page itself never carries it. */
export function ShownNumber({ words }: { words: Words }) {
  const answer = useAnswer();
  if (answer.state !== "done") return null;

  const { number, of } = (answer.value ?? {}) as { number?: string; of?: RevealField };
  return (
    <p className="banner info" role="status" data-shown={of}>
      {number && of ? fill(words.shown, { number: words.numbers[of], value: number }) : words.hidden}
    </p>
  );
}
