"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useWording } from "@/components/ui/wording";
import type { Answer } from "@/lib/refusal/answer";
import type { Lists } from "@/lib/refusal/refusal";
import { say } from "@/lib/wording/sentence";

type Props = { answer: Answer; formId: string; refusedTitle?: string | undefined; children?: ReactNode };

/** Everything that is in the way, on top of the form; focus comes here after an answer (U24). */
export function ErrorBox({ answer, formId, refusedTitle, children }: Props) {
  const wording = useWording();
  const prefix = say(wording.errorPrefix);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (answer.state !== "invalid" && answer.state !== "refused") return;

    box.current?.focus();
    if (isHint(answer)) return;
    document.title = prefix + document.title;
    return () => {
      document.title = document.title.replace(prefix, "");
    };
  }, [answer, prefix]);

  if (answer.state !== "invalid" && answer.state !== "refused") return null;

  const messages = listMessages(answer);
  const refusal = answer.state === "refused" ? answer.refusal : "INPUT_WRONG";
  const linked = messages.filter(({ field }) => field && !isOfHints(field)).length;
  const head = isHint(answer)
    ? say(wording.toCheck)
    : linked
      ? say(wording.errorCount, { count: linked })
      : say(wording.refused);

  return (
    <div
      className={isHint(answer) ? "errors hint-box" : "errors"}
      role="alert"
      tabIndex={-1}
      ref={box}
      data-refusal={refusal}
    >
      <h2 className="errors-head">
        {answer.state === "refused" && refusedTitle && !isHint(answer) ? refusedTitle : head}
      </h2>
      <ul>
        {messages.map(({ field, at = field, sentence }) => (
          <li key={field ?? sentence} data-field={field}>
            {field ? <a href={`#${formId}-${at}`}>{sentence}</a> : sentence}
          </li>
        ))}
      </ul>
      {answer.state === "refused" && children}
    </div>
  );
}

type Wrong = Extract<Answer, { state: "invalid" | "refused" }>;
type Message = { field?: string | undefined; at?: string | undefined; sentence: string };

function listMessages(answer: Wrong): Message[] {
  const hints = hintsOf(answer);
  const hinted = hints
    ? [{ field: "accepted", at: `accepted-${hints.lists.warnings?.[0]}`, sentence: hints.sentence }]
    : [];
  if (answer.state === "refused") return hints ? hinted : [{ field: answer.field, sentence: answer.sentence }];
  return [...Object.entries(answer.fields).map(([field, sentence]) => ({ field, sentence })), ...hinted];
}

/** What is allowed but wants a tick; its words stand at their fields and are no errors. */
export function hintsOf(answer: Answer): { sentence: string; lists: Lists } | undefined {
  if (answer.state === "invalid") return answer.hints;
  const isHints = answer.state === "refused" && answer.figures.case === "WARNINGS";
  return isHints ? { sentence: answer.sentence, lists: answer.lists } : undefined;
}

/** Nothing is wrong: it only wants to be looked at. */
const isHint = (answer: Answer): boolean =>
  answer.state === "refused" && ["WARNINGS", "CHECKED"].includes(String(answer.figures.case));
const isOfHints = (field: string): boolean => field === "accepted";
