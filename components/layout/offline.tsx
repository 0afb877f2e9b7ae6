"use client";

import { useSyncExternalStore } from "react";
import { useWording } from "@/components/ui/wording";
import { say } from "@/lib/wording/sentence";

/** U34: says when the line is dead, so that nobody waits for an answer. */
export function Offline() {
  const wording = useWording();
  const online = useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );
  if (online) return null;

  return (
    <p className="banner warn offline" role="status">
      {say(wording.offline)}
    </p>
  );
}

function watch(changed: () => void) {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
