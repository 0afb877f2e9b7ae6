"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useId } from "react";
import { Combobox } from "./combobox";
import { SearchForm } from "./search-form";

type Props = {
  label: string;
  placeholder: string;
  query?: string;
  shortcut?: string;
  className?: string;
  children: ReactNode;
};

/** U06: the box that looks for everything. Its page shows all that is found; with script the first of it stand under the field. */
export function OneBox({ label, placeholder, query = "", shortcut, className, children }: Props) {
  const router = useRouter();
  const id = useId();

  return (
    <SearchForm className={className} path="/search">
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <Combobox
        id={id}
        url="/search/hits"
        name="q"
        initial={query}
        placeholder={placeholder}
        shortcut={shortcut}
        unmarked
        onChoose={({ href }) => href && router.push(href)}
      />
      {children}
    </SearchForm>
  );
}
