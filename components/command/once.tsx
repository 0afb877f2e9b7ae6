"use client";

import { type ReactNode, useEffect, useState } from "react";

const shown = new Set<string>();

/** Back brings a page as the browser kept it: what was said there once is not said again. */
export function Once({ id, children }: { id: string; children: ReactNode }) {
  const [stale, setStale] = useState(() => shown.has(id));

  useEffect(() => {
    shown.add(id);
    const leave = ({ persisted }: PageTransitionEvent) => persisted && setStale(true);
    addEventListener("pageshow", leave);
    return () => removeEventListener("pageshow", leave);
  }, [id]);

  return stale ? null : children;
}
