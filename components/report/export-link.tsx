"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { fill } from "@/components/ui/fill";
import type { Messages } from "@/lib/wording/messages";
import { Busy, fetchFile, type Progress } from "./fetch-file";

type Words = Messages["report"]["link"];
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
          {words.cancel}
        </button>
      )}
    </span>
  );
}

const isUnderWay = (stage: Stage): boolean => stage === "preparing" || (typeof stage === "object" && "rows" in stage);

function said(words: Words, stage: Stage, total: number): string {
  if (typeof stage === "string") return fill(words[stage], { total: total.toLocaleString("en") });
  if ("busy" in stage) return stage.busy;
  const { rows, total: all } = stage;
  return fill(words.running, { rows: rows.toLocaleString("en"), total: all.toLocaleString("en") });
}
