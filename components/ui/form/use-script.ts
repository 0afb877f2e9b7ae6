"use client";

import { useEffect, useState } from "react";

/** False on the server and in the first picture, true once script runs. */
export function useScript(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready;
}
