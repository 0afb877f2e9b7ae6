"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { isComposing } from "@/components/ui/shortcut";
import { useWording } from "@/components/ui/wording";
import { say } from "@/lib/wording/sentence";
import { HitList } from "./hit-list";
import { type Hit, useHits } from "./use-hits";

type ComboboxProps = {
  id: string;
  url: string;
  name?: string;
  initial?: string;
  placeholder?: string;
  shortcut?: string;
  wrong?: boolean;
  describedBy?: string;
  /** Nothing is marked until an arrow is pressed: Enter sends the form, which asks for all that the words lead to. */
  unmarked?: boolean;
  onChoose: (hit: Hit) => void;
};

/** The WAI-ARIA combobox with a list: focus stays in the field, arrows move the mark, Enter takes it, Escape closes. */
export function Combobox({
  id,
  url,
  name,
  initial = "",
  placeholder,
  shortcut,
  wrong,
  describedBy,
  unmarked = false,
  onChoose,
}: ComboboxProps) {
  const wording = useWording();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(initial);
  const [asked, setAsked] = useState("");
  const first = unmarked ? -1 : 0;
  const [marked, setMarked] = useState(first);
  const { hits, state } = useHits(url, asked);
  const said = saidOf(state, hits.filter(({ isWay }) => !isWay).length, wording, asked);
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
    setMarked(first);
  }

  function choose(hit: Hit) {
    if (hit.disabled) return;
    if (!unmarked) setQuery(hit.title);
    setAsked("");
    onChoose(hit);
  }

  function move(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;

    const hit = hits[at];
    if (event.key === "Escape" && open) setAsked("");
    else if (event.key === "ArrowDown" && !open) ask(query);
    else if (event.key === "ArrowDown" && hits.length > 0) setMarked((at + 1) % hits.length);
    else if (event.key === "ArrowUp" && hits.length > 0) setMarked(at > 0 ? at - 1 : hits.length - 1);
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
        {open && said}
      </span>
      {open && <HitList id={list} label={said} hits={hits} query={asked} marked={at} onChoose={choose} />}
    </div>
  );
}

function saidOf(state: string, count: number, wording: ReturnType<typeof useWording>, query: string): string {
  if (state === "failed") return say(wording.searchFailed);
  if (state === "searching") return say(wording.searching);
  return count === 0 ? say(wording.nothingFound, { query }) : say(wording.found, { count });
}
