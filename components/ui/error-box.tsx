"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { Answer } from "@/lib/answer";
import { fill, useWording } from "./wording";

type Props = { answer: Answer; formId: string; refusedTitle?: string | undefined; children?: ReactNode };

/** Everything that is in the way, on top of the form; focus comes here after an answer (U24). */
export function ErrorBox({ answer, formId, refusedTitle, children }: Props) {
  const wording = useWording();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (answer.state !== "invalid" && answer.state !== "refused") return;

    box.current?.focus();
    document.title = wording.errorPrefix + document.title;
    return () => {
      document.title = document.title.replace(wording.errorPrefix, "");
    };
  }, [answer, wording.errorPrefix]);

  if (answer.state !== "invalid" && answer.state !== "refused") return null;

  const messages = listMessages(answer);
  const refusal = answer.state === "refused" ? answer.refusal : "INPUT_WRONG";
  const linked = messages.some(({ field }) => field);
  const head = linked ? fill(wording.errorCount, { count: messages.length }) : wording.refused;

  return (
    <div className="errors" role="alert" tabIndex={-1} ref={box} data-refusal={refusal}>
      <h2 className="errors-head">{answer.state === "refused" && refusedTitle ? refusedTitle : head}</h2>
      <ul>
        {messages.map(({ field, sentence }) => (
          <li key={field ?? sentence} data-field={field}>
            {field ? <a href={`#${formId}-${field}`}>{sentence}</a> : sentence}
          </li>
        ))}
      </ul>
      {answer.state === "refused" && children}
    </div>
  );
}

function listMessages(
  answer: Extract<Answer, { state: "invalid" | "refused" }>,
): { field?: string; sentence: string }[] {
  if (answer.state === "refused") return [{ field: answer.field, sentence: answer.sentence }];
  return Object.entries(answer.fields).map(([field, sentence]) => ({ field, sentence }));
}
