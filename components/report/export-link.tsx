"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Messages } from "@/lib/wording/messages";
import { type Sentences, say } from "@/lib/wording/sentence";

type Words = Sentences<Messages["report"]["link"]>;
type Progress = { rows: number; total: number };
type Stage = "preparing" | Progress | "done" | "cancelled" | "failed" | { busy: string };

type Props = { href: string; words: Words; main?: boolean; children: ReactNode };

/** A link to a file. By itself the browser fetches it; with script a line beside it says how far it is, and 取消 ends it at the server too. */
export function ExportLink({ href, words, main, children }: Props) {
  const [progress, setProgress] = useState<Stage | null>(null);
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
    } catch (error) {
      setProgress(error instanceof Busy ? { busy: error.message } : leave.signal.aborted ? "cancelled" : "failed");
    }
    leaving.current = null;
  }

  return (
    <span className="export">
      <a className={main ? "button primary" : "button"} href={href} onClick={take}>
        {children}
      </a>
      {progress && (
        <span className="small muted" role="status">
          {said(words, progress, total)}
        </span>
      )}
      {progress && isUnderWay(progress) && (
        <button type="button" className="button tight" onClick={() => leaving.current?.abort()}>
          {say(words.cancel)}
        </button>
      )}
    </span>
  );
}

const isUnderWay = (stage: Stage): boolean => stage === "preparing" || (typeof stage === "object" && "rows" in stage);

function said(words: Words, stage: Stage, total: number): string {
  if (typeof stage === "string") return say(words[stage], { total: total.toLocaleString("en") });
  if ("busy" in stage) return stage.busy;
  const { rows, total: all } = stage;
  return say(words.running, { rows: rows.toLocaleString("en"), total: all.toLocaleString("en") });
}

/** What is in the way for a moment only, in the server's words. */
class Busy extends Error {}

/** Fetches a file whole, asking once a second how many of its rows are out, and hands it to the browser; answers with their number. */
async function fetchFile(href: string, signal: AbortSignal, tell: (progress: Progress) => void): Promise<number> {
  const answer = await fetch(href, { signal });
  const id = answer.headers.get("x-export");
  // To the sign-in page, or to where a used grant is asked for anew.
  if (answer.redirected) window.location.assign(answer.url);
  if (answer.status === 503) throw new Busy(await answer.text());
  if (!answer.ok || !id) throw new Error("no file");

  const ask = async () => {
    const found = (await (await fetch(`/reports/exports/${id}`, { signal })).json()) as Progress | null;
    if (found) tell(found);
  };
  const asking = setInterval(() => ask().catch(() => {}), 1_000);
  try {
    hand(await answer.blob(), answer.headers.get("content-disposition") ?? "");
    return Number(answer.headers.get("x-rows"));
  } finally {
    clearInterval(asking);
  }
}

function hand(file: Blob, disposition: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? "");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
