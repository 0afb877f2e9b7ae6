"use client";

import { useScript } from "@/components/ui/form/use-script";

type Props = { label: string; presets: { startsAt: string; endsAt: string; label: string }[] };

/** Fills both times with one press; without script the times are typed. */
export function TimePresets({ label, presets }: Props) {
  if (!useScript()) return null;

  function fillIn(form: HTMLFormElement | null, times: { startsAt: string; endsAt: string }) {
    for (const name of ["startsAt", "endsAt"] as const) {
      const input = form?.elements.namedItem(name);
      if (input instanceof HTMLInputElement) input.value = times[name];
    }
  }

  return (
    <fieldset className="field whole">
      <legend className="sr-only">{label}</legend>
      <div className="actions">
        {presets.map((preset) => (
          <button
            key={preset.startsAt}
            type="button"
            className="button"
            onClick={(event) => fillIn(event.currentTarget.form, preset)}
          >
            {preset.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
