import type { Goal } from "./result";
import type { Spread } from "./spread";

type Wanted = { goal: string; most?: number; least?: number; unit: string };

/** What the portal has to reach; the bench measures all the same where it does not. Of the floor: `scripts/bench/bare/app/floor`. */
export const wanted = {
  "enrol/processor": { goal: "processor, of the floor's action", most: 1.75, unit: "×" },
  "enrol/waits": { goal: "waits for the database", most: 3, unit: "" },
  // As the round trips were counted before statements were sent behind one another.
  "enrol/asked": { goal: "statements with BEGIN, SET TRANSACTION and COMMIT", unit: "" },
  "enrol/throughput": { goal: "enrolments a second, of the function's through pg", least: 30, unit: "%" },
  "list/processor": { goal: "processor, of the floor's page", most: 1.6, unit: "×" },
  "list/statements": { goal: "statements", most: 3, unit: "" },
  // RosarioSIS's bare class list: 19 ms where the bare page without proxy, sign-in and filled table costs 5.8.
  "list/rosario": { goal: "processor, of the bare page's (a peer's class list)", most: 3.28, unit: "×" },
  "board/processor": { goal: "processor, of the floor's page", most: 2, unit: "×" },
  "board/statements": { goal: "statements", most: 4, unit: "" },
  "board/growth": { goal: "processor, of the same at 10,000 enrolments", most: 1.2, unit: "×" },
  // Two ratios for one release: this one is what the table was made of before the floor had what a limit must have.
  "page/before": { goal: "processor, of the bare page's as before", unit: "×" },
  "enrol/before": { goal: "processor, of the bare route's as before", unit: "×" },
  "page/html": { goal: "packed page on the line, of the floor's", most: 2, unit: "×" },
  "search/small": { goal: "in the database at 50,000 people, sign-in included", most: 0.5, unit: "ms" },
  "search/large": { goal: "in the database at 1,000,000 people, sign-in included", most: 1, unit: "ms" },
  "search/buffers": { goal: "buffers at 1,000,000 people", most: 60, unit: "" },
  "rest/click": { goal: "first click after a rest, of the warm one", most: 1.5, unit: "×" },
  "export/csv-row": { goal: "CSV: processor of Node a row", most: 15, unit: "µs" },
  "export/xlsx-row": { goal: "XLSX: processor of Node a row", most: 35, unit: "µs" },
  "export/csv": { goal: "CSV, of COPY", most: 1.6, unit: "×" },
  "export/xlsx": { goal: "XLSX, of a minimal writer", most: 1.6, unit: "×" },
  "export/memory": { goal: "memory over idle", most: 20, unit: "MB" },
  "export/first-byte": { goal: "first byte at any size", most: 100, unit: "ms" },
  "import/check": { goal: "2,000 people checked", most: 5, unit: "s" },
  "import/write": { goal: "2,000 people written", most: 5, unit: "s" },
  "import/memory": { goal: "memory over idle", most: 120, unit: "MB" },
  "import/p99": { goal: "p99 of four who read meanwhile", most: 300, unit: "ms" },
  "memory/start": { goal: "memory after the start", most: 180, unit: "MB" },
  "memory/load": { goal: "memory under the whole load", most: 320, unit: "MB" },
  "weight/list": { goal: "script as Brotli", most: 135, unit: "KB" },
  "weight/board": { goal: "script as Brotli", most: 250, unit: "KB" },
  // Job D: usable at the first paint on a weak line.
  "weight/phone": { goal: "script as Brotli", most: 125, unit: "KB" },
  "weight/cold": { goal: "largest paint at 400 kbit/s, cold", most: 2.2, unit: "s" },
  "weight/warm": { goal: "largest paint at 400 kbit/s, warm", most: 1.2, unit: "s" },
  "crowd/faults": { goal: "answers that are neither as expected nor a 503", most: 0, unit: "" },
  "crowd/lost": { goal: "503 to a form without what was typed", most: 0, unit: "" },
  "crowd/tail": { goal: "p95, of the p50", most: 2, unit: "×" },
} satisfies Record<string, Wanted>;

export type Name = keyof typeof wanted;

/** What was measured of a goal; `of` says of what, where one row measures several. */
export function reached(name: Name, measured: number | Spread, of?: string): Goal {
  const { goal, ...limit }: Wanted = wanted[name];
  const said = { name, goal: of ? `${goal}, ${of}` : goal, ...limit };
  return typeof measured === "number"
    ? { ...said, measured }
    : { ...said, measured: measured.median, spread: measured };
}
