"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Field, type FieldProps, useField } from "@/components/ui/form/field";
import { useWording } from "@/components/ui/wording";
import { say } from "@/lib/wording/sentence";
import { Combobox } from "./combobox";
import type { Hit } from "./use-hits";

type LookupFieldProps = FieldProps & {
  /** Answers `{ hits: Hit[] }` to `GET url?q=`. */
  url: string;
  chosen?: Hit;
  placeholder?: string;
  /** Called with what was chosen, for a field that fills others. */
  onChoose?: (hit: Hit | null) => void;
  /** What stands here until the script has loaded, and without it: a select of all. */
  children: ReactNode;
};

/**
 * Chooses one record inside a form that posts: the id travels under `name`. What was chosen from the select before the script
 * came stays chosen, and nobody loses the select while choosing from it.
 */
export function LookupField({ url, chosen, placeholder, onChoose, children, ...field }: LookupFieldProps) {
  const wording = useWording();
  const { id, wrong, describedBy } = useField(field.name, Boolean(field.hint));
  const [hit, setHit] = useState<Hit | null>(chosen ?? null);
  const [ready, setReady] = useState(false);
  const moved = useRef(false);

  useEffect(() => {
    const select = document.getElementById(id);
    if (!(select instanceof HTMLSelectElement)) return setReady(true);

    const take = () => {
      setHit(hitOf(select));
      setReady(true);
    };
    if (document.activeElement !== select) return take();
    select.addEventListener("blur", take, { once: true });
    return () => select.removeEventListener("blur", take);
  }, [id]);

  // Choosing takes away the control that had the focus: the one in its place gets it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice puts another control there
  useEffect(() => {
    if (moved.current) document.getElementById(id)?.focus();
    moved.current = false;
  }, [hit]);

  function choose(next: Hit | null) {
    moved.current = true;
    setHit(next);
    onChoose?.(next);
  }

  if (!ready) return children;

  return (
    <Field {...field}>
      <input type="hidden" name={field.name} value={hit?.id ?? ""} />
      {hit ? (
        <div className="combo-chosen">
          <span>
            {hit.title}
            {hit.detail && <small>&ensp;{hit.detail}</small>}
          </span>
          <button type="button" className="link-button" id={id} onClick={() => choose(null)}>
            {say(wording.change)}
            <span className="sr-only">{field.label}</span>
          </button>
        </div>
      ) : (
        <Combobox
          id={id}
          url={url}
          placeholder={placeholder}
          wrong={Boolean(wrong)}
          describedBy={describedBy}
          onChoose={choose}
        />
      )}
    </Field>
  );
}

/** What a select says, as a search would have found it. */
function hitOf(select: HTMLSelectElement): Hit | null {
  const option = select.selectedOptions[0];
  if (!option?.value) return null;
  const group = option.parentElement instanceof HTMLOptGroupElement ? { detail: option.parentElement.label } : {};
  return { id: option.value, title: option.label, ...group };
}
