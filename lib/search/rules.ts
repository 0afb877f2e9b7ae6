import { numberIn } from "@/lib/trainee/rules/typed-number";

/** The address of a list under its filters; R95: of a number only the ids of its people go into it, or that there are none. */
export function addressOf(path: string, filters: Record<string, string>, number?: { found: string[] }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value.trim() !== "" && /^[a-zA-Z]{1,20}$/.test(name) && !numberIn(value)) query.set(name, value.trim());
  }
  if (number && number.found.length > 0) query.set("person", number.found.join("."));
  else if (number) query.set("number", "none");
  return query.size > 0 ? `${path}?${query}` : path;
}

/** R95: the same address without a number that somebody typed or pasted into it; undefined where there is none. */
export function withoutNumber(url: string): string | undefined {
  const { pathname, searchParams } = new URL(url, "http://portal.invalid");
  const kept = [...searchParams].filter((pair) => !pair.some((text) => numberIn(text)));
  if (kept.length === searchParams.size) return undefined;
  const query = new URLSearchParams([...kept, ["number", "address"]]);
  return `${pathname.replace(/^\/+/, "/")}?${query}`;
}
