"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { fill } from "@/components/ui/wording";
import type { Messages } from "@/lib/wording/messages";
import { fetchFile, type Progress } from "./fetch-file";

type Words = Messages["report"]["link"];
type Ended = "done" | "cancelled" | "failed";

type Props = { href: string; words: Words; main?: boolean; children: ReactNode };

/** A link to a file. By itself the browser fetches it; with script a line beside it says how far it is, and 取消 ends it at the server too. */
export function ExportLink({ href, words, main, children }: Props) {
  const [progress, setProgress] = useState<Progress | "preparing" | Ended | null>(null);
  const [total, setTotal] = useState(0);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  async function take(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (leaving.current) return;

    const leave = new AbortController();
    leaving.current = leave;
    setProgress("preparing");
    try {
      setTotal(await fetchFile(href, leave.signal, setProgress));
      setProgress("done");
    } catch {
      setProgress(leave.signal.aborted ? "cancelled" : "failed");
    }
    leaving.current = null;
  }

  return (
    <span className="export">
      <a className={main ? "button main-act" : "button"} href={href} onClick={take}>
        {children}
      </a>
      {progress && (
        <span className="small muted" role="status">
          {said(words, progress, total)}
        </span>
      )}
      {progress && (progress === "preparing" || typeof progress === "object") && (
        <button type="button" className="button tight" onClick={() => leaving.current?.abort()}>
          {words.cancel}
        </button>
      )}
    </span>
  );
}

function said(words: Words, progress: Progress | "preparing" | Ended, total: number): string {
  if (typeof progress === "string") return fill(words[progress], { total: total.toLocaleString("en") });
  const { rows, total: all } = progress;
  return fill(words.running, { rows: rows.toLocaleString("en"), total: all.toLocaleString("en") });
}
