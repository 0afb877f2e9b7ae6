"use client";

import { useEffect, useState } from "react";
import { idle } from "@/lib/refusal/answer";
import { isNumberBegun, numberIn } from "@/lib/trainee/rules/typed-number";
import { findByNumber } from "@/lib/trainee/search/actions";

/** One record a search found. `code` is what tells two of the same name apart: …1234. */
export type Hit = {
  id: string;
  title: string;
  detail?: string;
  code?: string;
  href?: string;
  disabled?: boolean;
  /** What this and the hits beside it are, said above the first of them. */
  group?: string;
  /** No hit but the way to more of them. */
  isWay?: boolean;
};

type State = "idle" | "searching" | "found" | "failed";

type Found = { query: string; hits: Hit[]; failed?: boolean };

/**
 * Asks the server 150 ms after the last letter. Hits are handed out only for the very words asked now: with those of
 * the words before, a quick Enter would take the wrong person.
 */
export function useHits(url: string, query: string): { hits: Hit[]; state: State } {
  // Half a number is no question, and the address of a question is written down in many places.
  const waits = isNumberBegun(query) && !numberIn(query);
  const [found, setFound] = useState<Found>({ query: "", hits: [] });

  useEffect(() => {
    if (!query || waits) return;

    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(await addressFor(url, query), {
          signal: stop.signal,
          headers: { accept: "application/json" },
        });
        if (!response.ok) throw new Error(response.statusText);
        const { hits } = (await response.json()) as { hits: Hit[] };
        if (!stop.signal.aborted) setFound({ query, hits });
      } catch {
        if (!stop.signal.aborted) setFound({ query, hits: [], failed: true });
      }
    }, 150);

    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [url, query, waits]);

  if (!query || waits) return { hits: [], state: "idle" };
  if (found.query !== query) return { hits: [], state: "searching" };
  return { hits: found.hits, state: found.failed ? "failed" : "found" };
}

/** R95: of a full number only whose it is goes into an address; the number itself is posted. */
async function addressFor(url: string, query: string): Promise<string> {
  const [name, value] = numberIn(query) ? ["person", await personOf(query)] : ["q", query];
  return `${url}${url.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(value)}`;
}

async function personOf(query: string): Promise<string> {
  const form = new FormData();
  form.set("q", query);
  const answer = await findByNumber(idle, form);
  // Nobody is told whose number it is, so it is nobody's.
  if (answer.state === "refused" && answer.refusal === "NOT_ALLOWED") return "";
  if (answer.state !== "done") throw new Error(answer.state);
  return answer.value.person;
}
