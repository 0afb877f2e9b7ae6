"use client";

import type { ReactNode } from "react";
import { useAnswer } from "./form";

/** Fields of a form one press away; after an answer they stay in sight, also where no script has opened them. */
export function MoreFields({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const { state } = useAnswer();
  return (
    <details className="more" open={state === "invalid" || state === "refused" || undefined}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
