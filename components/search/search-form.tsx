"use client";

import { type FormEvent, type ReactNode, useActionState } from "react";
import { idle } from "@/lib/refusal/answer";
import { numberIn } from "@/lib/trainee/rules/typed-number";
import { search } from "@/lib/trainee/search/actions";
import { addressOf } from "@/lib/trainee/search/rules";

type Props = { path: string; className?: string; children: ReactNode };

/**
 * R95: a search is posted, since a full number may be typed into any of them; without script the server makes the address of the list
 * out of it. With script what is no number goes to that address at once (U02).
 */
export function SearchForm({ path, className, children }: Props) {
  const [, post] = useActionState(search, idle);

  function go(event: FormEvent<HTMLFormElement>) {
    const filters: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (name !== "path" && typeof value === "string") filters[name] = value;
    }
    if (Object.values(filters).some(numberIn)) return;
    event.preventDefault();
    window.location.assign(addressOf(path, filters));
  }

  return (
    <form className={className} action={post} onSubmit={go}>
      <input type="hidden" name="path" value={path} />
      {children}
    </form>
  );
}
