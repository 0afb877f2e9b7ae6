"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { useWording } from "@/components/ui/wording";

/**
 * Says that the next page is on its way. A loading.tsx would say it too, but every page would then first arrive as an
 * outline: without script it stays one, and a 403 or 404 leaves as 200.
 */
export function Loading() {
  const wording = useWording();
  const address = `${usePathname()}?${useSearchParams()}`;
  const [left, setLeft] = useState<string | null>(null);
  const waiting = left === address;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;

    function follow(event: MouseEvent) {
      clearTimeout(timer);
      if (leadsAway(event)) timer = setTimeout(() => setLeft(address), 300);
    }

    document.addEventListener("click", follow);
    return () => {
      document.removeEventListener("click", follow);
      clearTimeout(timer);
    };
  }, [address]);

  return (
    <p className="loading" role="status">
      {waiting && <span>{wording.loading}</span>}
    </p>
  );
}

/** True for a plain press on a link to another page of the portal that opens in this window. */
function leadsAway(event: MouseEvent): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;

  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target || link.origin !== location.origin) return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}
