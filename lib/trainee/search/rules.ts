import { numberIn } from "@/lib/trainee/rules/typed-number";

/** Whose people a full number found; `nowhere` for a role that may see nobody. */
type Found = { found: string[] } | "nowhere";

/**
 * The address of a list under its filters; R95: of a number only the ids of its people go into it, or that there are none. A list of
 * something else is left as it was, and says where a number is searched for.
 */
export function addressOf(path: string, filters: Record<string, string>, number?: Found): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value.trim() !== "" && /^[a-zA-Z]{1,20}$/.test(name) && !numberIn(value)) query.set(name, value.trim());
  }
  if (number === "nowhere") query.set("number", "nowhere");
  else if (number && !listsPeople(path)) query.set("number", "elsewhere");
  else if (number && number.found.length > 0) query.set("person", number.found.join("."));
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

/** The lists in which a full number leads to its person; the box that looks for everything is one of them. */
export const listsPeople = (path: string): boolean =>
  /^\/(trainees|search)$|^\/cohorts\/[\w-]+\/roster(\/several)?$/.test(path);

/** Why a list of something else does not answer a number, as its address says it. */
const notes = ["elsewhere", "nowhere", "address"] as const;

export function numberNote(url: string, path: string): (typeof notes)[number] | undefined {
  if (listsPeople(path)) return undefined;
  const said = new URL(url, "http://portal.invalid").searchParams.get("number");
  return notes.find((note) => note === said);
}
