"use client";

import { CheckField } from "@/components/ui/form/choice-field";
import { hintsOf } from "@/components/ui/form/error-box";
import { useAnswer } from "@/components/ui/form/form";
import { type Sentence, say } from "@/lib/wording/sentence";

type Words = Record<"lead" | "tick" | "between", Sentence>;

/** U08, U18: the holidays a lesson would stand on, and the tick that says somebody did look. */
export function HolidayTick({ words }: { words: Words }) {
  const days = hintsOf(useAnswer())?.lists.HOLIDAY;
  if (!days) return null;

  return (
    <div className="banner warn" data-warnings="HOLIDAY">
      <p>{say(words.lead, { days: days.join(say(words.between)) })}</p>
      <CheckField name="accepted" label={say(words.tick)} value="HOLIDAY" ofList />
    </div>
  );
}
