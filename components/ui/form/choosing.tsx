"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useTransition } from "react";

type Choosing = { pending: boolean; go: (href: string, way: "push" | "replace") => void };

const Current = createContext<Choosing | null>(null);

/** Around a choice and what hangs on it: a button below must never act on the choice before. */
export function Choosing({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go: Choosing["go"] = (href, way) => startTransition(() => router[way](href, { scroll: false }));
  return <Current value={{ pending, go }}>{children}</Current>;
}

/** How a choice goes to its address; null where nothing hangs on it. */
export const useChoosing = () => useContext(Current);

/** What was fetched for a choice: out of reach while another one is on its way. */
export function Chosen({ children }: { children: ReactNode }) {
  const pending = useContext(Current)?.pending ?? false;
  return (
    <fieldset className="min-w-0" disabled={pending} aria-busy={pending}>
      {children}
    </fieldset>
  );
}

type SelectProps = {
  id: string;
  name: string;
  chosen: string;
  /** Where the page shows another choice: this followed by its value. */
  href: string;
  children: ReactNode;
};

/** A select that shows the page for what is chosen; a choice made before the script came counts too. */
export function ChoosingSelect({ id, name, chosen, href, children }: SelectProps) {
  const choosing = useChoosing();
  const select = useRef<HTMLSelectElement>(null);
  const hydrated = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice of the page moves the select
  useEffect(() => {
    const found = select.current;
    if (!found) return;
    if (!hydrated.current && found.value !== chosen) choosing?.go(href + found.value, "replace");
    else found.value = chosen;
    hydrated.current = true;
  }, [chosen]);

  return (
    <select
      id={id}
      name={name}
      ref={select}
      defaultValue={chosen}
      onChange={(event) => choosing?.go(href + event.target.value, "replace")}
    >
      {children}
    </select>
  );
}
