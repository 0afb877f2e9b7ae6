"use client";

import { type ReactNode, useEffect, useState } from "react";

/** What an address brings along is said once: not again after a reload, Back, or to somebody who was sent the address. */
export function OnceByAddress({ name, children }: { name: string; children: ReactNode }) {
  const [stale, setStale] = useState(false);

  useEffect(() => {
    const address = new URL(window.location.href);
    address.searchParams.delete(name);
    window.history.replaceState(window.history.state, "", address);
    const leave = ({ persisted }: PageTransitionEvent) => persisted && setStale(true);
    addEventListener("pageshow", leave);
    return () => removeEventListener("pageshow", leave);
  }, [name]);

  return stale ? null : children;
}
