"use client";

import { type InputHTMLAttributes, type TextareaHTMLAttributes, useLayoutEffect, useState } from "react";
import { Field, type FieldProps, useField } from "./field";

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "type"
  | "inputMode"
  | "autoComplete"
  | "maxLength"
  | "min"
  | "max"
  | "step"
  | "placeholder"
  | "defaultValue"
  | "readOnly"
  | "pattern"
  | "list"
>;

/** One line of text; numbers get their keyboard through `inputMode`. */
export function TextField({ name, label, hint, optional, width, defaultValue, ...input }: FieldProps & InputProps) {
  const { id, wrong, typed, describedBy } = useField(name, Boolean(hint));

  return (
    <Field name={name} label={label} hint={hint} optional={optional} width={width}>
      <input
        type="text"
        autoComplete="off"
        {...input}
        id={id}
        name={name}
        defaultValue={typed ?? defaultValue}
        required={!optional}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy}
      />
    </Field>
  );
}

/** A calendar day, as `YYYY-MM-DD`. */
export function DayField({ width = "short", ...field }: Omit<FieldProps & InputProps, "type">) {
  return <TextField {...field} type="date" width={width} />;
}

type TextAreaProps = Pick<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  "rows" | "maxLength" | "placeholder" | "defaultValue"
>;

/** Several lines: a reason, a remark. */
export function TextArea({ name, label, hint, optional, width, defaultValue, ...area }: FieldProps & TextAreaProps) {
  const { id, wrong, typed, describedBy } = useField(name, Boolean(hint));
  const text = useFirstText(typed ?? defaultValue);

  return (
    <Field name={name} label={label} hint={hint} optional={optional} width={width}>
      <textarea
        rows={3}
        {...area}
        suppressHydrationWarning
        id={id}
        name={name}
        defaultValue={text}
        required={!optional}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy}
      />
    </Field>
  );
}

/** React writes a textarea's first text over what was typed before it came; where its first picture has none, it leaves that alone. */
function useFirstText<Text>(text: Text): Text | undefined {
  const [mounted, setMounted] = useState(false);
  useLayoutEffect(() => setMounted(true), []);
  return mounted || typeof document === "undefined" ? text : undefined;
}
