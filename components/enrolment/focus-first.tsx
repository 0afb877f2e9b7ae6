"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Puts the focus on its first button when it appears, so that Enter saves what was just chosen (job A1). */
export function FocusFirst({ children }: { children: ReactNode }) {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => around.current?.querySelector("button")?.focus(), []);
  return <div ref={around}>{children}</div>;
}
