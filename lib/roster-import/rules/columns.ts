import template from "@/lib/roster-import/template.json" with { type: "json" };
import { halfWidth } from "@/lib/value/text";

const { headings } = template;

/** The columns of a roster as villages fill it in (domain.md, section 7), in the order of the template. */
export type Column = keyof typeof headings;
export const columns = Object.keys(headings) as Column[];

/** How the template heads a column. */
export const headingOf = (column: Column): string => headings[column][0] ?? column;

/** Without these a line is nobody; the others may be missing from a list. */
export const telling = ["name", "idNumber"] as const satisfies Column[];

/** What somebody must bring along to be registered, beside what tells him. */
export const required = [...telling, "ethnicity", "category", "village"] as const satisfies Column[];

const known: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column) => headings[column].map((heading) => [heading, column] as const)),
);

/** Which column a heading means, however it is spaced and whatever stands behind it in brackets. */
export const columnOf = (heading: string): Column | undefined =>
  known.get(
    halfWidth(heading)
      .replace(/[\s*]|\(.*\)/gu, "")
      .slice(0, 20),
  );
