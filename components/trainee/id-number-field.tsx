"use client";

import { useEffect, useRef, useState } from "react";
import { Field, useField } from "@/components/ui/form/field";
import type { IdFault, IdFaultName, Sex } from "@/lib/trainee/rules/id-number";
import type { Day } from "@/lib/value/calendar";
import { type Sentence, say } from "@/lib/wording/sentence";
import { useCard } from "./card";

type Words = Record<"read" | "minor" | "composing", Sentence> & {
  sex: Record<Sex, Sentence>;
  faults: Record<IdFaultName, Sentence>;
};
type Props = { label: string; hint: string; today: Day; words: Words };

/** Typed or written by a card reader; what the number tells is shown for comparing with the card (U10, U11). */
export function IdNumberField({ label, hint, today, words }: Props) {
  const { id, wrong, typed, describedBy } = useField("idNumber", true);
  const { read, fault, typed: present, setTyped } = useCard(today);
  const [left, setLeft] = useState(false);
  const [composing, setComposing] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was typed before the script came
  useEffect(() => setTyped(input.current?.value ?? ""), []);

  // While it is still being typed a number is not too short; what is whole, or left, is checked at once.
  const isWhole = present.replace(/\s/g, "").length >= 18;
  const isSaid = present.trim() !== "" && (left || isWhole) && !(wrong && present === typed);

  return (
    <>
      <Field name="idNumber" label={label} hint={hint}>
        <input
          ref={input}
          type="text"
          id={id}
          name="idNumber"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          defaultValue={typed}
          required
          aria-invalid={wrong ? true : undefined}
          aria-describedby={`${describedBy} ${id}-read`}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => setLeft(true)}
          onCompositionStart={() => setComposing(true)}
        />
      </Field>
      <p className="field self-end" id={`${id}-read`} role="status">
        {read &&
          say(words.read, {
            number: inGroups(read.idNumber),
            sex: say(words.sex[read.sex]),
            day: read.birthDay,
            age: read.age,
          })}
        {read?.minor && ` ${say(words.minor)}`}
        {isSaid && fault && <span className="wrong">{sayOf(fault, words)}</span>}
        {composing && !read && say(words.composing)}
      </p>
    </>
  );
}

/** U10: 6-8-4, as people read it out. */
const inGroups = (idNumber: string) => `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`;

const sayOf = (fault: IdFault, { faults }: Words): string =>
  say(faults[fault.fault], { converted: fault.fault === "oldNumber" ? fault.converted : "" });
