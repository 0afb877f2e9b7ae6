"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Messages } from "@/lib/wording/messages";
import type { Sentences } from "@/lib/wording/sentence";

/** The few sentences that controls in the browser need; the root layout hands them down in the reader's language. */
type ControlWording = Sentences<Messages["common"]["ui"]>;

const Wording = createContext<ControlWording | null>(null);

export function WordingProvider({ wording, children }: { wording: ControlWording; children: ReactNode }) {
  return <Wording value={wording}>{children}</Wording>;
}

export function useWording(): ControlWording {
  const wording = useContext(Wording);
  if (!wording) throw new Error("A control stands outside WordingProvider");
  return wording;
}
