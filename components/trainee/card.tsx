"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useAnswer } from "@/components/ui/form/form";
import { needsGuardian } from "@/lib/trainee/rules/age";
import { readIdNumber } from "@/lib/trainee/rules/id-number";
import { ageOn, type Day } from "@/lib/value/calendar";

const Card = createContext<{ typed: string; setTyped: (typed: string) => void }>({ typed: "", setTyped: () => {} });

/** The fields of a form that depend on the ID number share what was typed into it. */
export function CardProvider({ children }: { children: ReactNode }) {
  const answer = useAnswer();
  const [typed, setTyped] = useState<string | null>(null);
  const posted = "typed" in answer ? answer.typed.idNumber : undefined;

  return <Card value={{ typed: typed ?? String(posted ?? ""), setTyped }}>{children}</Card>;
}

/** What the number tells so far; nothing while it is not a right one. */
export function useCard(today: Day) {
  const { typed, setTyped } = useContext(Card);
  const read = readIdNumber(typed, today);
  if ("fault" in read) return { setTyped, typed, fault: read };
  return {
    setTyped,
    typed,
    read: { ...read, age: ageOn(read.birthDay, today), minor: needsGuardian(read.birthDay, today) },
  };
}
