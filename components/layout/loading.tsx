"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { startTransition, useEffect, useState } from "react";
import { useWording } from "@/components/ui/wording";
import { say } from "@/lib/wording/sentence";

/**
 * Follows the links of the portal without loading the page anew, with one listener for all, and says that the next page is on its way.
 * A loading.tsx would say it too, but every page would then first arrive as an outline: without script it stays one, and a 403 or 404
 * leaves as 200.
 */
export function Loading() {
  const wording = useWording();
  const router = useRouter();
  const address = `${usePathname()}?${useSearchParams()}`;
  const [left, setLeft] = useState<string | null>(null);
  const waiting = left === address;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;

    function follow(event: MouseEvent) {
      clearTimeout(timer);
      const link = pressedLink(event);
      if (!link) return;
      const away = leadsAway(link);
      if (away) timer = setTimeout(() => setLeft(address), 300);
      if (link.dataset.follow === undefined || !(away || link.href === location.href)) return;
      event.preventDefault();
      startTransition(() => router.push(link.href));
    }

    document.addEventListener("click", follow);
    return () => {
      document.removeEventListener("click", follow);
      clearTimeout(timer);
    };
  }, [address, router]);

  return (
    <p className="loading" role="status">
      {waiting && <span>{say(wording.loading)}</span>}
    </p>
  );
}

/** The link of a plain press that opens in this window. */
function pressedLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  return link?.target ? null : link;
}

/** True for another page of the portal, or the same one asked otherwise. */
const leadsAway = (link: HTMLAnchorElement): boolean =>
  Boolean(link.href) &&
  link.origin === location.origin &&
  (link.pathname !== location.pathname || link.search !== location.search);
