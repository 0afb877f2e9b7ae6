"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type Props = { readAt: string; wording: { fresh: string; lost: string } };

const fiveMinutes = 300_000;

/** Asks first whether the page can be had, then takes it: a line that is down never costs what stands on the screen. */
export function ScreenRefresh({ readAt, wording }: Props) {
  const router = useRouter();
  const [lostAt, setLostAt] = useState<string>();

  useEffect(() => {
    const refresh = async () => {
      const there = await isThere(window.location.href);
      setLostAt(there ? undefined : readAt);
      if (there) router.refresh();
    };
    const timer = setInterval(refresh, fiveMinutes);
    window.addEventListener("online", refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", refresh);
    };
  }, [router, readAt]);

  return (
    <p role="status" className={lostAt ? "lost" : undefined}>
      {lostAt ? wording.lost : wording.fresh}
    </p>
  );
}

/** True when this very page answers; a sign-in that has ended, a fault and a dead line are all no. */
async function isThere(address: string): Promise<boolean> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), 15_000);
  try {
    const { ok } = await fetch(address, {
      method: "HEAD",
      redirect: "manual",
      cache: "no-store",
      signal: giveUp.signal,
    });
    return ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
