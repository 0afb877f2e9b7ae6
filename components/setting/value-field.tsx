"use client";

import { useEffect, useRef, useState } from "react";
import { Field, useField } from "@/components/ui/form/field";
import { aidStandard } from "@/lib/fund/rules/standard";
import { firstYearOf, readSetting } from "@/lib/setting/rules";
import { parseDay } from "@/lib/value/calendar";
import { exactWan } from "@/lib/value/money";
import { type Sentence, say } from "@/lib/wording/sentence";
import type { RateEffect } from "./rate-effect";

type Props = {
  label: string;
  hint: string;
  unit: string;
  suffix: string;
  effect?: { known: RateEffect; words: { effect: Sentence; unknown: Sentence } } | undefined;
};

/** A new value in the unit people say it in; what a rate makes of the standard is said while it is typed. */
export function ValueField({ label, hint, unit, suffix, effect }: Props) {
  const { id, wrong, typed, describedBy } = useField("value", true);
  const input = useRef<HTMLInputElement>(null);
  const [now, setNow] = useState({ value: String(typed ?? ""), from: "" });

  useEffect(() => {
    const form = input.current?.form;
    if (!form) return;
    const read = () => {
      const data = new FormData(form);
      setNow({ value: String(data.get("value") ?? ""), from: String(data.get("validFrom") ?? "") });
    };
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, []);

  const value = readSetting(now.value, unit);
  const from = parseDay(now.from);
  return (
    <Field name="value" label={label} hint={hint}>
      <div className="flex items-center gap-2">
        <input
          ref={input}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={9}
          className="short"
          id={id}
          name="value"
          defaultValue={typed ?? ""}
          required
          aria-invalid={wrong ? true : undefined}
          aria-describedby={describedBy}
        />
        <span>{suffix}</span>
      </div>
      {effect && value !== undefined && from && (
        <p className="small mt-1" aria-live="polite">
          {said(effect, value, firstYearOf(from))}
        </p>
      )}
    </Field>
  );
}

function said({ known, words }: NonNullable<Props["effect"]>, value: number, year: number): string {
  const of = known.revenues.find((one) => one.year === year - 1) ?? known.revenues[0];
  if (!of) return say(words.unknown, { year });
  const revenue = BigInt(of.fen);
  return say(words.effect, {
    year,
    of: of.year,
    before: exactWan(aidStandard(revenue, BigInt(known.rate))),
    after: exactWan(aidStandard(revenue, BigInt(value))),
  });
}
