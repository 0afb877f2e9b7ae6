"use client";

import { Field, type FieldProps, useField } from "./field";

/** A file to be sent along; `accept` are the endings that are offered. What was chosen stays chosen until the form is done. */
export function FileField({ name, label, hint, optional, width, accept }: FieldProps & { accept: string }) {
  const { id, wrong, describedBy } = useField(name, Boolean(hint));

  return (
    <Field name={name} label={label} hint={hint} optional={optional} width={width}>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept}
        required={!optional}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy}
      />
    </Field>
  );
}
