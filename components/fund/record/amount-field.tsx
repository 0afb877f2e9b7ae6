"use client";

import { useEffect, useRef, useState } from "react";
import { Field, useField } from "@/components/ui/form/field";
import { useAnswer } from "@/components/ui/form/form";
import { inCapitals } from "@/lib/value/money";
import { type Sentence, say } from "@/lib/wording/sentence";
import { readAmount, type Scale, saidOf } from "./amount-said";

type Props = {
  name: string;
  label: string;
  /** The label of the unit beside it. */
  unit: string;
  words: Record<"wan" | "yuan" | "yi" | "capitals", Sentence>;
  /** For figures that are published in 亿元. */
  withYi?: boolean;
  /** In 万元, as somebody would type it. */
  defaultAmount?: string | undefined;
  scale?: Scale | undefined;
  /** What stands in the field the scale goes by, before anybody types. */
  chosen?: string | undefined;
};

/** An amount in 万元 or 元 with its 大写 and what is left, both while it is typed; the server has the last word on all of them. */
export function AmountField({ name, label, unit, words, withYi, defaultAmount = "", scale, chosen = "" }: Props) {
  const { id, wrong, typed, describedBy } = useField(name, true);
  const { id: unitId, typed: typedUnit } = useField("unit");
  const answer = useAnswer();
  const kept = "typed" in answer && scale ? String(answer.typed[scale.by] ?? chosen) : chosen;
  const input = useRef<HTMLInputElement>(null);
  const [now, setNow] = useState({
    amount: String(typed ?? defaultAmount),
    unit: String(typedUnit ?? "WAN"),
    chosen: kept,
  });
  const by = scale?.by;

  // The project or the day stands in another field of the same form; a browser may also have put back what was typed before.
  useEffect(() => {
    const form = input.current?.form;
    if (!form) return;
    const read = () => {
      const data = new FormData(form);
      const of = (name: string) => String(data.get(name) ?? "");
      setNow({ amount: of(name), unit: of("unit"), chosen: by ? of(by) : "" });
    };
    read();
    form.addEventListener("input", read);
    return () => form.removeEventListener("input", read);
  }, [name, by]);

  const fen = readAmount(now.amount, now.unit);
  const said = scale ? saidOf(scale, now.chosen, fen) : [];
  return (
    <Field name={name} label={label}>
      <div className="flex gap-2">
        <input
          ref={input}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={24}
          id={id}
          name={name}
          defaultValue={typed ?? defaultAmount}
          required
          aria-invalid={wrong ? true : undefined}
          aria-describedby={describedBy}
        />
        <select className="w-24 flex-none" id={unitId} name="unit" aria-label={unit} defaultValue={typedUnit ?? "WAN"}>
          <option value="WAN">{say(words.wan)}</option>
          <option value="YUAN">{say(words.yuan)}</option>
          {withYi && <option value="YI">{say(words.yi)}</option>}
        </select>
      </div>
      <div className="small mt-1" id={`${id}-hint`} aria-live="polite">
        {fen !== undefined && <p className="muted breaks">{say(words.capitals, { amount: inCapitals(fen) })}</p>}
        {said.map(({ sentence, isWrong }) => (
          <p className={isWrong ? "warn-text" : "muted"} key={sentence}>
            {sentence}
          </p>
        ))}
      </div>
    </Field>
  );
}
