"use client";

import { useLayoutEffect, useRef } from "react";
import type { Hit } from "./use-hits";

type Props = {
  id: string;
  label: string;
  hits: Hit[];
  query: string;
  marked?: number;
  /** With it the list is the listbox of a combobox, without it a list of links. */
  onChoose?: (hit: Hit) => void;
};

/** What a search found, under its field. */
export function HitList({ id, label, hits, query, marked, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other hits need another height
  useLayoutEffect(() => {
    if (list.current) place(list.current);
  }, [hits]);

  useLayoutEffect(() => {
    if (marked !== undefined)
      list.current?.querySelectorAll("[role=option]")[marked]?.scrollIntoView?.({ block: "nearest" });
  }, [marked]);

  if (!onChoose) {
    return (
      <ul className="hits still" id={id} aria-label={label}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <span>{hit.href && !hit.disabled ? <a href={hit.href}>{words(hit, query)}</a> : words(hit, query)}</span>
            {hit.code && <small>{hit.code}</small>}
          </li>
        ))}
      </ul>
    );
  }

  if (hits.length === 0) {
    return (
      <ul className="hits">
        <li className="hit-note">{label}</li>
      </ul>
    );
  }

  const option = (hit: Hit, index: number) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and handles the keys
    <div
      className="hit"
      key={hit.id}
      id={`${id}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === marked}
      aria-disabled={hit.disabled || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(hit)}
    >
      <span>{hit.isWay ? hit.title : words(hit, query)}</span>
      {hit.code && <small>{hit.code}</small>}
    </div>
  );
  const groups = [...new Set(hits.map(({ group }) => group))];
  return (
    <div className="hits" id={id} role="listbox" aria-label={label} ref={list}>
      {groups.map((group) => {
        const options = hits.map((hit, index) => hit.group === group && option(hit, index));
        if (!group) return options;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div role="group" aria-label={group} key={group}>
            <p className="hit-group" aria-hidden="true">
              {group}
            </p>
            {options}
          </div>
        );
      })}
    </div>
  );
}

function words({ title, detail }: Hit, query: string) {
  const asked = query.trim();
  const from = asked ? title.toLowerCase().indexOf(asked.toLowerCase()) : -1;
  return (
    <>
      {from < 0 ? (
        title
      ) : (
        <>
          {title.slice(0, from)}
          <mark>{title.slice(from, from + asked.length)}</mark>
          {title.slice(from + asked.length)}
        </>
      )}
      {detail && <small>&ensp;{detail}</small>}
    </>
  );
}

/** Below its field while there is room for a few hits, above it otherwise; never out of the window nor under its sticky bars. */
function place(list: HTMLElement) {
  // The field itself: on a phone the list lies in the flow and makes what is around both of them longer.
  const field = list.parentElement?.querySelector("input")?.getBoundingClientRect();
  if (!field) return;
  const style = getComputedStyle(document.documentElement);
  const above = field.top - pixels(style.scrollPaddingTop);
  const below = window.innerHeight - field.bottom - pixels(style.scrollPaddingBottom) - gap;
  const up = below < Math.min(list.scrollHeight, enough) && above > below;
  list.classList.toggle("above", up);
  list.style.maxHeight = `${Math.max(least, Math.min(most, up ? above - gap : below))}px`;
}

/** `auto` is none. */
const pixels = (length: string): number => Number.parseFloat(length) || 0;

const [gap, least, enough, most] = [12, 96, 240, 420];
