"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { sendRoll } from "@/lib/attendance/actions";
import { type Answer, idle } from "@/lib/refusal/answer";
import { browserStore } from "./kept";
import { deliver, drop, type Entry, type Sent } from "./outbox";

/** How often it is tried again while something waits. */
const again = 15_000;

/** What no answer of the portal settles: the roll waits and goes again. */
const passing = ["UNAVAILABLE", "BUSY", "SIGNED_OUT"];

/** The box of this phone, emptied when the line is there: on opening, when it comes back, when the page is looked at, and now and then. */
export function useOutbox(accountId: string, lessonId: string) {
  const router = useRouter();
  const [waiting, setWaiting] = useState<Entry[]>([]);
  const [sending, setSending] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [last, setLast] = useState<{ at: string; pending: number } | null>(null);
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
    const mine = done.findLast(({ entry, sent }) => entry.lessonId === lessonId && sent.state === "saved");
    if (mine?.sent.state === "saved") setLast({ at: timeOf(new Date()), pending: mine.sent.pending });
    if (done.some(({ sent }) => sent.state === "saved")) router.refresh();
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

function sentOf(answer: Answer<{ taken: number; pending: number; versions: Record<string, number> }>): Sent {
  if (answer.state === "done") return { state: "saved", ...answer.value };
  if (answer.state === "invalid") return { state: "refused", sentence: Object.values(answer.fields).join(" ") };
  if (answer.state === "idle" || passing.includes(answer.refusal))
    return { state: "later", signedOut: answer.state === "refused" && answer.refusal === "SIGNED_OUT" };
  return { state: "refused", sentence: answer.sentence };
}

function formOf({ key, lessonId, deviceAt, skewSeconds, lines }: Entry): FormData {
  const form = new FormData();
  const fields = { submissionKey: key, lessonId, deviceAt, skewSeconds: String(skewSeconds) };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { traineeId, mark, note, version } of lines) {
    form.append("traineeIds[]", traineeId);
    form.append("marks[]", mark);
    form.append("notes[]", note);
    form.append("versions[]", String(version));
  }
  return form;
}

/** The minute by the clock of the phone. */
const timeOf = (instant: Date) => instant.toTimeString().slice(0, 5);
