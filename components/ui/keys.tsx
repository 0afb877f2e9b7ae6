"use client";

import { useEffect, useRef, useState } from "react";
import { say } from "@/lib/wording/sentence";
import { isComposing, isTyping } from "./shortcut";
import { useWording } from "./wording";

/**
 * The keys of every page (U35): `/` goes to the search box, `n` and `e` press what carries `data-key`, `?` lists them.
 * Single keys rest when the account says so (WCAG 2.1.4). Escape, or a press elsewhere, closes an open menu.
 */
export function Keys({ letters }: { letters: boolean }) {
  const wording = useWording();
  const [listed, setListed] = useState(false);
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key === "Escape" && !isComposing(event)) {
        setListed(false);
        closeMenus(null);
      }
      if (!letters || isTyping(event)) return;
      if (event.key === "?") return setListed((shown) => !shown);

      const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
      if (!target) return;
      event.preventDefault();
      if (target instanceof HTMLInputElement) target.select();
      else target.click();
      target.focus();
    }

    function leave(event: MouseEvent) {
      const pressed = event.target as Element;
      closeMenus(pressed);
      if (pressed.closest("[data-open-keys]")) setListed(true);
    }

    document.addEventListener("keydown", press);
    document.addEventListener("click", leave);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("click", leave);
    };
  }, [letters]);

  useEffect(() => {
    if (listed) panel.current?.focus();
  }, [listed]);

  if (!listed) return null;

  const keys = [
    ["/", say(wording.keySearch)],
    ["n", say(wording.keyNew)],
    ["e", say(wording.keyEnrol)],
    ["?", say(wording.keyHelp)],
  ].filter(() => letters);
  return (
    <div className="floating" role="dialog" aria-label={say(wording.keys)} tabIndex={-1} ref={panel}>
      <h2>{say(wording.keys)}</h2>
      <dl>
        {[...keys, ["Ctrl + Enter", say(wording.keySave)]].map(([key, act]) => (
          <div key={key}>
            <dt>{act}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button tight" onClick={() => setListed(false)}>
        {say(wording.close)}
      </button>
    </div>
  );
}

function closeMenus(pressed: Element | null) {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    if (pressed && menu.contains(pressed) && !pressed.closest("a, [data-open-keys]")) continue;
    if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
    menu.open = false;
  }
}
