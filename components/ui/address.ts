/** What a page finds in its query string. */
export type Query = Record<string, string | string[] | undefined>;

/** The same list with another filter, order or page; an empty value leaves the address (U02). */
export function withQuery(
  path: string,
  query: Query,
  changes: Record<string, string | number | undefined> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (name in changes || name === "done") continue;
    for (const one of [value ?? []].flat()) if (one) params.append(name, one);
  }
  for (const [name, value] of Object.entries(changes))
    if (value !== undefined && value !== "") params.set(name, String(value));

  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
