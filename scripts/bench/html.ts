/** How many rows the tables of a page show; a heading is none. */
export const rowsIn = (html: string): number =>
  [...html.matchAll(/<tbody\b.*?<\/tbody>/gs)].flatMap(([body]) => body.match(/<tr\b/g) ?? []).length;

/** How many elements a browser makes of a page, without what only carries data for scripts. */
export const elementsIn = (html: string): number =>
  (html.replace(/<(script|style)\b.*?<\/\1>/gs, "").match(/<[a-z][^>]*>/gi) ?? []).length;
