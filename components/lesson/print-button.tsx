"use client";

import { useEffect, useState } from "react";

/** Opens the browser's print window; without script it is not there, and the browser's own command does the same. */
export function PrintButton({ children }: { children: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <button type="button" className="button" onClick={() => window.print()}>
      {children}
    </button>
  );
}
