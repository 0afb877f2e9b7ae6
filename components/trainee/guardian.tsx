"use client";

import type { ReactNode } from "react";
import { useAnswer } from "@/components/ui/form/form";
import { More } from "@/components/ui/more";
import type { Day } from "@/lib/value/calendar";
import { useCard } from "./card";

type Props = { summary: string; today: Day; known?: boolean | undefined; children: ReactNode };

/** R8: out of the way for grown-ups, open as soon as the number or the answer asks for a guardian. */
export function Guardian({ summary, today, known, children }: Props) {
  const answer = useAnswer();
  const { read } = useCard(today);
  const asked = answer.state === "refused" && answer.figures.case === "GUARDIAN_MISSING";
  const typed = "typed" in answer && Boolean(answer.typed.guardianName || answer.typed.guardianPhone);

  return (
    <More summary={summary} open={known || asked || typed || Boolean(read?.minor)}>
      <div className="fields">{children}</div>
    </More>
  );
}
