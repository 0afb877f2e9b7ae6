"use client";

import { useAnswer } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import type { StandIn } from "@/lib/lesson/queries/stand-ins";
import { type Sentence, say } from "@/lib/wording/sentence";

type Words = Record<"inTheWay" | "moveAll" | "moveSave" | "moveFits" | "moveLacks" | "moveNowhere", Sentence>;

/** Leads to the lesson that keeps a classroom from being closed, and moves all of them to another one in one step. */
export function InTheWay({ words }: { words: Words }) {
  const answer = useAnswer();
  if (answer.state !== "refused" || typeof answer.figures.lesson !== "string") return null;

  const { lesson, count = 1 } = answer.figures;
  const all = (answer.lists.rooms ?? []) as StandIn[];
  const fits = all.some(({ lacking }) => lacking.length === 0);
  return (
    <>
      <p>
        <a href={`/schedule/lessons/${lesson}`}>{say(words.inTheWay)}</a>
      </p>
      {all.length > 0 && !fits && <p>{say(words.moveNowhere, { count })}</p>}
      {fits && (
        <div className="line-form mt-3">
          <label className="field">
            {say(words.moveAll, { count })}
            <select name="moveTo">
              {all.map(({ number, label, name, lacking }) => (
                <option key={number} value={number} disabled={lacking.length > 0}>
                  {say(lacking.length > 0 ? words.moveLacks : words.moveFits, { label, name, count: lacking.length })}
                </option>
              ))}
            </select>
          </label>
          <Submit name="move" value="on">
            {say(words.moveSave)}
          </Submit>
        </div>
      )}
    </>
  );
}
