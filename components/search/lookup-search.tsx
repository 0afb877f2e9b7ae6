"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import { SearchForm } from "@/components/search/search-form";
import { useChoosing } from "@/components/ui/form/choosing";
import { useWording } from "@/components/ui/wording";
import { say } from "@/lib/wording/sentence";
import { Combobox } from "./combobox";
import { HitList } from "./hit-list";
import type { Hit } from "./use-hits";

type LookupSearchProps = {
  /** The page this search stands on; without script it is loaded again with what was found. */
  path: string;
  url: string;
  label: string;
  query?: string;
  /** Kept in the address besides `q`. */
  keep?: Record<string, string>;
  placeholder?: string;
  /** Found by the server for `query`; each leads on by its `href`. */
  hits?: Hit[];
  shortcut?: string;
};

/** Finds a record and goes to its address: a form with a list of links, which script turns into a combobox. */
export function LookupSearch({
  path,
  url,
  label,
  query = "",
  keep = {},
  placeholder,
  hits = [],
  shortcut,
}: LookupSearchProps) {
  const wording = useWording();
  const router = useRouter();
  const choosing = useChoosing();
  const id = useId();

  function leadOn({ href }: Hit) {
    if (!href) return;
    if (choosing) choosing.go(href, "push");
    else router.push(href, { scroll: false });
  }

  return (
    <SearchForm className="combo" path={path}>
      {Object.entries(keep).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <div className="combo-line">
        <Combobox
          id={id}
          url={url}
          name="q"
          initial={query}
          placeholder={placeholder}
          shortcut={shortcut}
          onChoose={leadOn}
        />
        <button type="submit" className="button">
          {say(wording.search)}
        </button>
      </div>
      {hits.length > 0 && (
        <HitList id={`${id}-hits`} label={say(wording.found, { count: hits.length })} hits={hits} query={query} />
      )}
    </SearchForm>
  );
}
