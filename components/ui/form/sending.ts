"use client";

import { useEffect, useState } from "react";
import { typedOf as readTyped, type Typed } from "@/lib/refusal/answer";

/** True when a request has been on its way for 15 seconds (U34). */
export function useSlow(pending: boolean) {
  const [slow, setSlow] = useState(false);

  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => setSlow(true), 15_000);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [pending]);

  return slow;
}

/** What the form holds, with the button that was pressed; React's own hidden fields stay behind, and fields for a file without one. */
export function collect(form: HTMLFormElement, submitter: HTMLElement | null): FormData {
  const data = new FormData();
  for (const [name, value] of new FormData(form)) {
    const isNoFile = typeof value !== "string" && !value.name;
    if (!name.startsWith("$ACTION") && !isNoFile) data.append(name, value);
  }

  if (submitter instanceof HTMLButtonElement && submitter.name) data.append(submitter.name, submitter.value);
  return data;
}

/** Whether every chosen file is still as it was chosen; one that was saved again meanwhile a browser no longer sends. */
export async function areFilesThere(data: FormData): Promise<boolean> {
  const files = [...data.values()].filter((value) => typeof value !== "string" && value.size > 0) as File[];
  try {
    await Promise.all(files.map((file) => file.slice(0, 1).arrayBuffer()));
    return true;
  } catch {
    return false;
  }
}

/** As the server would answer it, passwords left out. */
export const typedOf = (data: FormData): Typed =>
  Object.fromEntries(Object.entries(readTyped(data)).filter(([name]) => !/password/i.test(name)));

export function clearPasswords(form: HTMLFormElement | null) {
  for (const field of form?.querySelectorAll<HTMLInputElement>('input[type="password"]') ?? []) field.value = "";
}

/** A random UUID; crypto.randomUUID is missing in old browsers and on plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
