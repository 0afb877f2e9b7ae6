"use client";

import { Field, FieldGroup, type FieldProps, useField } from "./field";

export type Option = { value: string; label: string; hint?: string; disabled?: boolean };
export type OptionGroup = { label: string; options: Option[] };

type SelectProps = FieldProps & {
  options: (Option | OptionGroup)[];
  /** The first, empty entry: 选择乡镇. */
  empty?: string;
  defaultValue?: string;
};

/** One of a list, in groups where it is long. */
export function SelectField({ name, label, hint, optional, width, options, empty, defaultValue }: SelectProps) {
  const { id, wrong, typed, describedBy } = useField(name, Boolean(hint));

  return (
    <Field name={name} label={label} hint={hint} optional={optional} width={width}>
      <select
        id={id}
        name={name}
        defaultValue={typed ?? defaultValue}
        required={!optional}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={describedBy}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map((option) => (
                <SelectOption key={option.value} option={option} />
              ))}
            </optgroup>
          ) : (
            <SelectOption key={entry.value} option={entry} />
          ),
        )}
      </select>
    </Field>
  );
}

function SelectOption({ option }: { option: Option }) {
  return (
    <option value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}

type RadioProps = FieldProps & { options: Option[]; defaultValue?: string; inLine?: boolean };

/** One of a few, all in sight. The first carries the field's id, so that the error box can lead to it. */
export function RadioField({ options, defaultValue, inLine, ...field }: RadioProps) {
  const { id, wrong, typed } = useField(field.name);

  return (
    <FieldGroup {...field}>
      <div className={inLine ? "choice-row" : undefined}>
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={field.name}
              value={option.value}
              defaultChecked={(typed ?? defaultValue) === option.value}
              disabled={option.disabled}
              aria-invalid={wrong ? true : undefined}
            />
            <span>
              {option.label}
              {option.hint && <small>&ensp;{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

type CheckProps = {
  name: string;
  label: string;
  hint?: string;
  value?: string;
  defaultChecked?: boolean;
  /** One of several of this name; they travel as a list, and what is wrong with it is said above them all. */
  ofList?: boolean;
};

/** A yes or no that stands for itself. */
export function CheckField({ name, label, hint, value = "on", defaultChecked, ofList }: CheckProps) {
  const { id, wrong, typed, answered, describedBy } = useField(name);
  const kept = Array.isArray(typed) ? typed.includes(value) : typed === value;

  return (
    <div className="field">
      {wrong && !ofList && (
        <p className="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      <label className="choice">
        <input
          type="checkbox"
          id={ofList ? `${id}-${value}` : id}
          name={ofList ? `${name}[]` : name}
          value={value}
          defaultChecked={answered ? kept : defaultChecked}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={ofList ? undefined : describedBy}
        />
        <span>
          {label}
          {hint && <small>&ensp;{hint}</small>}
        </span>
      </label>
    </div>
  );
}
