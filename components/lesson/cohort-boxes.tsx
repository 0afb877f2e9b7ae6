"use client";

import { FieldGroup, useField } from "@/components/ui/form/field";

export type CohortBox = { id: string; name: string; detail: string };

type Props = {
  label: string;
  hint?: string;
  empty: string;
  cohorts: CohortBox[];
  /** Those that do not run on the day, behind one word. */
  others?: CohortBox[];
  othersLabel?: string;
  chosen: string[];
};

/** One cohort, or several that sit in one lesson; what was ticked stays ticked after an answer. */
export function CohortBoxes({ label, hint, empty, cohorts, others = [], othersLabel, chosen }: Props) {
  const { id: fieldId, typed, wrong, answered } = useField("cohortIds");
  const ticked = answered ? [typed ?? []].flat() : chosen;
  const boxes = (some: CohortBox[], from: number) => (
    <div className="grid gap-x-6 gap-y-1 md:grid-cols-2">
      {some.map(({ id, name, detail }, index) => (
        <label className="choice" key={id}>
          <input
            type="checkbox"
            id={from + index === 0 ? fieldId : `${fieldId}-${id}`}
            name="cohortIds[]"
            value={id}
            defaultChecked={ticked.includes(id)}
            aria-invalid={wrong ? true : undefined}
          />
          <span>
            {name}
            <small className="block">{detail}</small>
          </span>
        </label>
      ))}
    </div>
  );

  return (
    <FieldGroup name="cohortIds" label={label} hint={hint} width="wide">
      {cohorts.length + others.length === 0 && <p className="muted">{empty}</p>}
      {boxes(cohorts, 0)}
      {others.length > 0 && (
        <details className="more" open={cohorts.length === 0 || others.some(({ id }) => ticked.includes(id))}>
          <summary>{othersLabel}</summary>
          {boxes(others, cohorts.length)}
        </details>
      )}
    </FieldGroup>
  );
}
