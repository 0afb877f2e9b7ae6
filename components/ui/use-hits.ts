"use client";

import { useEffect, useState } from "react";

/** One record a search found. `code` is what tells two of the same name apart: …1234. */
export type Hit = {
  id: string;
  title: string;
  detail?: string;
  code?: string;
  href?: string;
  disabled?: boolean;
};

type State = "idle" | "searching" | "found" | "failed";

type Found = { query: string; hits: Hit[]; failed?: boolean };

/**
 * Asks the server 150 ms after the last letter. Hits are handed out only for the very words asked now: with those of
 * the words before, a quick Enter would take the wrong person.
 */
export function useHits(url: string, query: string): { hits: Hit[]; state: State } {
  const [found, setFound] = useState<Found>({ query: "", hits: [] });

  useEffect(() => {
    if (!query) return;

    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(withQuery(url, query), {
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
  }, [url, query]);

  if (!query) return { hits: [], state: "idle" };
  if (found.query !== query) return { hits: [], state: "searching" };
  return { hits: found.hits, state: found.failed ? "failed" : "found" };
}

function withQuery(url: string, query: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}q=${encodeURIComponent(query)}`;
}
