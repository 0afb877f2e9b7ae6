"use client";

import type { ReactNode } from "react";
import { useWording } from "@/components/ui/wording";
import type { Answer } from "@/lib/refusal/answer";
import { say } from "@/lib/wording/sentence";
import { useForm } from "./form";

export type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** `wide` fills its column, `short` is for a number or a day. */
  width?: "wide" | "short";
};

/** What a control needs to know of its form: its id, what is wrong with it, what was typed, and how to point at its words. */
export function useField(name: string, hasHint = false) {
  const { id: formId, answer } = useForm();
  const id = `${formId}-${name}`;
  const wrong = findWrong(answer, name);
  const describedBy = [hasHint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ") || undefined;

  return { id, wrong, typed: findTyped(answer, name), answered: "typed" in answer, describedBy };
}

/** The same for one cell of a column of controls that travel as a list (`name[]`); messages stand at `name.row`. */
export function useCell(name: string, row: number) {
  const { answer } = useForm();
  const column = findTyped(answer, name);
  return { ...useField(`${name}.${row}`), typed: Array.isArray(column) ? column[row] : undefined };
}

/** Label, hint and what is wrong, in this order above the control (U24). */
export function Field({ name, label, hint, optional, width, children }: FieldProps & { children: ReactNode }) {
  const wording = useWording();
  const { id, wrong } = useField(name);

  return (
    <div className={width ? classNames[width] : "field"}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional">{say(wording.optional)}</span>}
      </label>
      <Words id={id} hint={hint} wrong={wrong} />
      {children}
    </div>
  );
}

/** The same around several controls that answer one question. */
export function FieldGroup({ name, label, hint, optional, width, children }: FieldProps & { children: ReactNode }) {
  const wording = useWording();
  const { id, wrong, describedBy } = useField(name, Boolean(hint));

  return (
    <fieldset className={width ? classNames[width] : "field"} aria-describedby={describedBy}>
      <legend>
        {label}
        {optional && <span className="optional">{say(wording.optional)}</span>}
      </legend>
      <Words id={id} hint={hint} wrong={wrong} />
      {children}
    </fieldset>
  );
}

const classNames = { wide: "field wide", short: "field short" };

function Words({ id, hint, wrong }: { id: string; hint: ReactNode; wrong: string | undefined }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </>
  );
}

function findWrong(answer: Answer, name: string): string | undefined {
  if (answer.state === "invalid") return answer.fields[name];
  return answer.state === "refused" && answer.field === name ? answer.sentence : undefined;
}

function findTyped(answer: Answer, name: string): string | string[] | undefined {
  return "typed" in answer ? answer.typed[name] : undefined;
}
