"use client";

import type { ReactNode } from "react";
import { useAnswer } from "@/components/ui/form/form";
import { clashOf, offerHref, signs, slotOf } from "./clash";

type SlotProps = { slot: string; href: string; label: string; offerLabel: string; path: string };

/** A free cell under a form: after a clash it carries the number of the way out that leads here. */
export function MarkedSlot({ slot, href, label, offerLabel, path }: SlotProps) {
  const clash = clashOf(useAnswer());
  const index = clash?.offers.findIndex((offer) => slotOf(offer) === slot) ?? -1;
  const offer = clash?.offers[index];

  if (!clash || !offer) {
    return (
      <a className="free" href={href} aria-label={label}>
        +
      </a>
    );
  }
  return (
    <a className="free offer" href={offerHref(path, clash.typed, offer)} aria-label={`${signs[index]} ${offerLabel}`}>
      {signs[index]}
    </a>
  );
}

/** A lesson under a form: after a clash the one in the way stands out. */
export function MarkedLesson({ id, children }: { id: string; children: ReactNode }) {
  const clash = clashOf(useAnswer());
  return (
    <a className={clash?.figures.lesson === id ? "lesson clash" : "lesson"} href={`/schedule/lessons/${id}`}>
      {children}
    </a>
  );
}
