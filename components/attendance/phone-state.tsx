"use client";

import type { Answer } from "@/lib/refusal/answer";
import { type Sentence, say } from "@/lib/wording/sentence";
import type { useOutbox } from "./use-outbox";

/** What the phone page says of its box. */
export type StateWords = Record<
  | ("unsaved" | "queued" | "sent" | "sending" | "heldBack" | "seePending")
  | ("refusedHere" | "drop" | "dropSure" | "others" | "signIn"),
  Sentence
>;

type Props = {
  box: ReturnType<typeof useOutbox>;
  unsaved: boolean;
  savedAt: string | null;
  seesPending: boolean;
  /** What a form without script was answered. */
  posted: Answer<{ pending: number }>;
  lessonId: string;
  words: StateWords;
};

/** U17: how things stand, always as they are: not saved, waiting on this phone, saved at, pending, not taken. */
export function PhoneState({ box, unsaved, savedAt, seesPending, posted, lessonId, words }: Props) {
  const mine = box.waiting.filter((one) => one.lessonId === lessonId);
  const queued = mine.some(({ refused }) => !refused);
  const others = box.waiting.length - mine.length;
  const answered = posted.state === "done" ? posted.value.pending : 0;
  const pending = box.last?.pending ?? answered;
  const saved = box.last?.at ?? savedAt;
  const sentence =
    posted.state === "refused"
      ? posted.sentence
      : posted.state === "invalid"
        ? Object.values(posted.fields).join(" ")
        : "";

  return (
    <div
      role="status"
      className="roll-state"
      data-state={queued ? "queued" : unsaved ? "unsaved" : saved ? "saved" : "clean"}
    >
      {unsaved && <p>{say(words.unsaved)}</p>}
      {queued && (
        <p className="warn">{say(box.sending ? words.sending : box.signedOut ? words.signIn : words.queued)}</p>
      )}
      {!unsaved && !queued && saved && <p className="ok">{say(words.sent, { at: saved })}</p>}
      {pending > 0 && (
        <p className="warn">
          {say(words.heldBack, { count: pending })}{" "}
          {seesPending && <a href="/attendance#pending">{say(words.seePending)}</a>}
        </p>
      )}
      {sentence && <p className="bad">{sentence}</p>}
      {mine.map(({ key, refused }) =>
        refused ? (
          <div key={key} className="bad">
            <p>{say(words.refusedHere, { sentence: refused })}</p>
            <details>
              <summary>{say(words.drop)}</summary>
              <p>{say(words.dropSure)}</p>
              <button type="button" className="button danger tight" onClick={() => box.giveUp(key)}>
                {say(words.drop)}
              </button>
            </details>
          </div>
        ) : null,
      )}
      {others > 0 && <p className="muted">{say(words.others, { count: others })}</p>}
    </div>
  );
}
