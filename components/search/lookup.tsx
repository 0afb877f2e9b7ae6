"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { SearchForm } from "@/components/search/search-form";
import { fill } from "@/components/ui/fill";
import { useChoosing } from "@/components/ui/form/choosing";
import { Field, type FieldProps, useField } from "@/components/ui/form/field";
import { isComposing } from "@/components/ui/shortcut";
import { useWording } from "@/components/ui/wording";
import { HitList } from "./hit-list";
import { type Hit, useHits } from "./use-hits";

export type { Hit };

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
            {wording.change}
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

type LookupSearchProps = {
  /** The page this search stands on; without script it is loaded again with what was found. */
  path: string;
  url: string;
  label: string;
  query?: string;
  /** Kept in the address besides `q`. */
  keep?: Record<string, string>;
  placeholder?: string;
  /** Found by the server for `query`; each leads on by its `href`. */
  hits?: Hit[];
  shortcut?: string;
};

/** Finds a record and goes to its address: a form with a list of links, which script turns into a combobox. */
export function LookupSearch({
  path,
  url,
  label,
  query = "",
  keep = {},
  placeholder,
  hits = [],
  shortcut,
}: LookupSearchProps) {
  const wording = useWording();
  const router = useRouter();
  const choosing = useChoosing();
  const id = useId();

  function leadOn({ href }: Hit) {
    if (!href) return;
    if (choosing) choosing.go(href, "push");
    else router.push(href, { scroll: false });
  }

  return (
    <SearchForm className="combo" path={path}>
      {Object.entries(keep).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <div className="combo-line">
        <Combobox
          id={id}
          url={url}
          name="q"
          initial={query}
          placeholder={placeholder}
          shortcut={shortcut}
          onChoose={leadOn}
        />
        <button type="submit" className="button">
          {wording.search}
        </button>
      </div>
      {hits.length > 0 && (
        <HitList id={`${id}-hits`} label={fill(wording.found, { count: hits.length })} hits={hits} query={query} />
      )}
    </SearchForm>
  );
}

type ComboboxProps = {
  id: string;
  url: string;
  name?: string;
  initial?: string;
  placeholder?: string;
  shortcut?: string;
  wrong?: boolean;
  describedBy?: string;
  onChoose: (hit: Hit) => void;
};

/** The WAI-ARIA combobox with a list: focus stays in the field, arrows move the mark, Enter takes it, Escape closes. */
function Combobox({ id, url, name, initial = "", placeholder, shortcut, wrong, describedBy, onChoose }: ComboboxProps) {
  const wording = useWording();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(initial);
  const [asked, setAsked] = useState("");
  const [marked, setMarked] = useState(0);
  const { hits, state } = useHits(url, asked);
  const say = sayOf(state, hits.length, wording, asked);
  const at = Math.min(marked, hits.length - 1);
  const open = state !== "idle";

  // What was typed before the script came is searched for like any other word.
  useEffect(() => {
    const typed = input.current?.value ?? "";
    if (typed === initial) return;
    setQuery(typed);
    if (document.activeElement === input.current) setAsked(typed.trim());
  }, [initial]);

  function ask(text: string) {
    setAsked(text.trim());
    setMarked(0);
  }

  function choose(hit: Hit) {
    if (hit.disabled) return;
    setQuery(hit.title);
    setAsked("");
    onChoose(hit);
  }

  function move(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;

    const hit = hits[at];
    if (event.key === "Escape" && open) setAsked("");
    else if (event.key === "ArrowDown" && !open) ask(query);
    else if (event.key === "ArrowDown" && hit) setMarked((at + 1) % hits.length);
    else if (event.key === "ArrowUp" && hit) setMarked((at - 1 + hits.length) % hits.length);
    else if (event.key === "Enter" && hit && !event.ctrlKey && !event.metaKey) choose(hit);
    // Inside a form that posts, Enter in a search must not send the form.
    else if (event.key !== "Enter" || name || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
  }

  return (
    <div className="combo">
      <input
        ref={input}
        id={id}
        name={name}
        value={query}
        placeholder={placeholder}
        autoComplete="off"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={hits.length > 0 ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={hits[at] ? `${list}-${at}` : undefined}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        data-key={shortcut}
        onChange={(event) => {
          setQuery(event.target.value);
          // Half-written syllables are not what the person means to find.
          if (!(event.nativeEvent as InputEvent).isComposing) ask(event.target.value);
        }}
        onCompositionEnd={(event) => ask(event.currentTarget.value)}
        onKeyDown={move}
        onBlur={() => setAsked("")}
      />
      <span className="sr-only" role="status">
        {open && say}
      </span>
      {open && <HitList id={list} label={say} hits={hits} query={asked} marked={at} onChoose={choose} />}
    </div>
  );
}

function sayOf(state: string, count: number, wording: ReturnType<typeof useWording>, query: string): string {
  if (state === "failed") return wording.searchFailed;
  if (state === "searching") return wording.searching;
  return count === 0 ? fill(wording.nothingFound, { query }) : fill(wording.found, { count });
}
