"use client";

import { type FormEvent, useActionState, useEffect, useRef, useState } from "react";
import { type RollRow, RollRows, type RollWords } from "@/components/attendance/roll-rows";
import { collect, newKey } from "@/components/ui/form/sending";
import { sendRoll } from "@/lib/attendance/actions";
import { type Answer, idle } from "@/lib/refusal/answer";
import type { AttendanceMark } from "@/prisma/generated/enums";
import { browserStore, keeps, readDraft, writeDraft } from "./kept";
import { type OutLine, put } from "./outbox";
import { PhoneState, type StateWords } from "./phone-state";
import { type Seen, seenIn, seenSaved } from "./seen";
import { useOutbox } from "./use-outbox";

export type PhoneWords = RollWords & {
  save: string;
  states: StateWords;
};

type Props = {
  lessonId: string;
  accountId: string;
  submissionKey: string;
  /** The time of the portal when the page was made, to tell how wrong the clock of the phone is. */
  madeAt: string;
  /** When the last mark was taken, where nobody is missing. */
  savedAt: string | null;
  /** Whether the list of pending marks is this person's to open. */
  seesPending: boolean;
  rows: RollRow[];
  words: PhoneWords;
  present: AttendanceMark[];
};

/**
 * Job D: the roll under the thumb. Without script it is a form; with it what is pressed goes through the box of this phone, which
 * outlasts a lost line, a reload and an empty battery.
 */
export function RollPhone({
  lessonId,
  accountId,
  submissionKey,
  madeAt,
  savedAt,
  seesPending,
  rows,
  words,
  present,
}: Props) {
  const [posted, post] = useActionState(sendRoll, idle);
  const [unsaved, setUnsaved] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const skewSeconds = useRef(0);
  const seen = useRef<Seen>({});
  const box = useOutbox(accountId, lessonId);

  useEffect(() => {
    skewSeconds.current = Math.round((Date.parse(madeAt) - Date.now()) / 1000);
  }, [madeAt]);

  useEffect(() => {
    const draft = readDraft(accountId, lessonId);
    if (form.current && restore(form.current, draft)) setUnsaved(true);
    seen.current = Object.fromEntries(draft.map(({ traineeId, version }) => [traineeId, version]));
  }, [accountId, lessonId]);

  useEffect(() => {
    const standing = rows.map(({ id, mark, note, version }) => ({ traineeId: id, mark, note, version }));
    if (form.current) seen.current = seenIn(linesOf(form.current, seen.current), standing);
  }, [rows]);

  useEffect(() => {
    seen.current = seenSaved(seen.current, box.last?.versions ?? {});
  }, [box.last]);

  function touch() {
    if (!form.current) return;
    setUnsaved(true);
    writeDraft(accountId, lessonId, linesOf(form.current, seen.current));
  }

  function save(event: FormEvent<HTMLFormElement>) {
    const key = newKey();
    const entry = { key, lessonId, accountId, deviceAt: new Date().toISOString(), skewSeconds: skewSeconds.current };
    put(browserStore, { ...entry, lines: linesOf(event.currentTarget, seen.current), tried: false });
    // A phone that keeps nothing posts the form as it is.
    if (!keeps(key)) return;
    event.preventDefault();
    writeDraft(accountId, lessonId, null);
    setUnsaved(false);
    box.empty();
  }

  return (
    <form ref={form} action={post} onSubmit={save} onChange={touch} className="roll-phone" noValidate>
      <input type="hidden" name="submissionKey" value={submissionKey} />
      <input type="hidden" name="lessonId" value={lessonId} />
      <RollRows rows={rows} words={words} present={present} />
      <div className="roll-foot">
        <PhoneState
          box={box}
          savedAt={savedAt}
          seesPending={seesPending}
          unsaved={unsaved}
          posted={posted as Answer<{ pending: number }>}
          lessonId={lessonId}
          words={words.states}
        />
        <button type="submit" className="button primary">
          {words.save}
        </button>
      </div>
    </form>
  );
}

/** What the form holds, line by line, each on what the page has shown of it. */
function linesOf(form: HTMLFormElement, seen: Seen): OutLine[] {
  const data = collect(form, null);
  const [versions, notes] = [data.getAll("versions[]"), data.getAll("notes[]")];
  return data.getAll("traineeIds[]").map((traineeId, n) => ({
    traineeId: String(traineeId),
    mark: String(data.get(`marks[${n}]`)) as AttendanceMark,
    note: String(notes[n] ?? ""),
    version: seen[String(traineeId)] ?? Number(versions[n]),
  }));
}

/** Puts a draft back into the lines of the people who are still there; whether that changed anything. */
function restore(form: HTMLFormElement, draft: OutLine[]): boolean {
  const before = JSON.stringify(linesOf(form, {}));
  for (const [n, id] of new FormData(form).getAll("traineeIds[]").entries()) {
    const line = draft.find(({ traineeId }) => traineeId === id);
    const radio = form.querySelector<HTMLInputElement>(`input[name="marks[${n}]"][value="${line?.mark}"]`);
    if (radio && !radio.disabled) radio.checked = true;
    const note = form.querySelectorAll<HTMLInputElement>('input[name="notes[]"]')[n];
    if (note && line) note.value = line.note;
  }
  return JSON.stringify(linesOf(form, {})) !== before;
}
