"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { sendRoll } from "@/lib/attendance/actions";
import { idle } from "@/lib/refusal/answer";
import { browserStore, readSaved, writeSaved } from "./kept";
import { deliver, drop, type Entry, type Sent } from "./outbox";
import { formOf, sentOf } from "./sending";

/** How often it is tried again while something waits. */
const again = 15_000;

/** What the portal said last of this lesson, with the versions it gave. */
type Last = { at: string; pending: number; versions: Record<string, number> };

/** The box of this phone, emptied when the line is there: on opening, when it comes back, when the page is looked at, and now and then. */
export function useOutbox(accountId: string, lessonId: string) {
  const router = useRouter();
  const [waiting, setWaiting] = useState<Entry[]>([]);
  const [sending, setSending] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [last, setLast] = useState<Last | null>(null);
  const busy = useRef(false);
  const asked = useRef(false);

  const empty = useCallback(async () => {
    setWaiting(browserStore.read());
    // Whoever asks while something is under way is served after it.
    asked.current = true;
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    const done: Awaited<ReturnType<typeof deliver>> = [];
    while (asked.current) {
      asked.current = false;
      done.push(...(await deliver(browserStore, accountId, sendOne)));
    }
    busy.current = false;
    setSending(false);
    setSignedOut(
      done.at(-1)?.sent.state === "later" && done.some(({ sent }) => sent.state === "later" && sent.signedOut),
    );
    setWaiting(browserStore.read());
    const saved = done.flatMap(({ entry, sent }) =>
      entry.lessonId === lessonId && sent.state === "saved" ? [sent] : [],
    );
    if (saved.length > 0) writeSaved(accountId, lessonId);
    const versions = Object.assign({}, ...saved.map((sent) => sent.versions));
    if (saved.length > 0) setLast({ at: timeOf(new Date()), pending: saved.at(-1)?.pending ?? 0, versions });
    if (done.some(({ sent }) => sent.state === "saved")) router.refresh();
  }, [accountId, lessonId, router]);

  // The page before this one may have heard of its roll while this one was already on its way.
  useEffect(() => {
    if (readSaved(accountId, lessonId) >= performance.timeOrigin) router.refresh();
  }, [accountId, lessonId, router]);

  useEffect(() => {
    empty();
    const timer = setInterval(empty, again);
    for (const event of ["online", "focus"]) window.addEventListener(event, empty);
    return () => {
      clearInterval(timer);
      for (const event of ["online", "focus"]) window.removeEventListener(event, empty);
    };
  }, [empty]);

  const giveUp = useCallback(
    (key: string) => {
      drop(browserStore, key);
      empty();
    },
    [empty],
  );
  return { waiting, sending, signedOut, last, empty, giveUp };
}

async function sendOne(entry: Entry): Promise<Sent> {
  try {
    return sentOf(await sendRoll(idle, formOf(entry)));
  } catch {
    return { state: "later" };
  }
}

/** The minute by the clock of the phone. */
const timeOf = (instant: Date) => instant.toTimeString().slice(0, 5);
