"use client";

import type { Entry, OutLine, Store } from "./outbox";

const box = "rolls";
const draft = (accountId: string, lessonId: string) => `roll-draft ${accountId} ${lessonId}`;

/** The browser's own store; one that is full or forbidden keeps nothing, and `keeps` says so. */
export const browserStore: Store = {
  read: () => read<Entry[]>(box) ?? [],
  write: (entries) => write(box, entries.length > 0 ? entries : null),
};

/** Whether an entry put in comes out again. */
export const keeps = (key: string): boolean => browserStore.read().some((one) => one.key === key);

/** What was tapped and not saved yet, so that an empty battery loses nothing. */
export const readDraft = (accountId: string, lessonId: string): OutLine[] => read(draft(accountId, lessonId)) ?? [];
export const writeDraft = (accountId: string, lessonId: string, lines: OutLine[] | null): void =>
  write(draft(accountId, lessonId), lines);

const saved = (accountId: string, lessonId: string) => `roll-saved ${accountId} ${lessonId}`;

/** When the portal took a roll of this lesson last, by the clock of the phone; 0 for never. */
export const readSaved = (accountId: string, lessonId: string): number => read(saved(accountId, lessonId)) ?? 0;
export const writeSaved = (accountId: string, lessonId: string): void => write(saved(accountId, lessonId), Date.now());

function read<Value>(name: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Full or forbidden: `keeps` finds nothing, and the page says that it is not saved.
  }
}
