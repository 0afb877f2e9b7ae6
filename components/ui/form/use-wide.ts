"use client";

import { useSyncExternalStore } from "react";

const room = "(min-width: 768px)";

/** True once script runs on a screen with room for a sheet of cells. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(room);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => window.matchMedia(room).matches,
    () => false,
  );
