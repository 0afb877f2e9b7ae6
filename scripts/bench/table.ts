import { readFileSync } from "node:fs";
import os from "node:os";
import { figureOf } from "./figures";
import type { Load } from "./load";
import { type Goal, isMet, type Measured, type Result } from "./result";
import { setting } from "./setting";
import { sayFigure } from "./spread";
import { owner } from "./statements";
import { sayReached } from "./verdict";

const columns: [name: string, figure: (load: Load) => number, digits: number][] = [
  ["p50 ms", ({ p50 }) => p50, 1],
  ["p95 ms", ({ p95 }) => p95, 1],
  ["requests/s", ({ perSecond }) => perSecond, 1],
  ["server ms", ({ serverMs }) => serverMs, 1],
  ["database ms", ({ databaseMs }) => databaseMs, 1],
  ["statements", ({ statements }) => statements, 1],
  ["bytes on the line", ({ bytes }) => bytes, 0],
  ["pieces", ({ pieces }) => pieces, 0],
  ["peak MB", ({ peak }) => peak, 0],
];

/** The machine, because figures mean nothing without it. */
export async function printFacts() {
  const { rows } = await owner.query<{ server_version: string }>("SHOW server_version");
  const model = /^model name\s*:\s*(.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? os.arch();
  const facts = [
    `${os.cpus().length} cores ${model}`,
    `load ${os.loadavg()[0]?.toFixed(2)}`,
    `Node ${process.version}`,
    `PostgreSQL ${rows[0]?.server_version}`,
    `scale ${setting.scale}`,
    `${setting.rounds} rounds: median (least–most)`,
  ];
  console.log(`\n${facts.join(", ")}\n`);
}

export function printResults(results: Result[]) {
  for (const { operation, loads, goals } of results) {
    console.log(`\n### ${operation}`);
    if (loads.length > 0) {
      console.log(`| | clients | ${columns.map(([name]) => name).join(" | ")} |`);
      console.log(`|${"---|".repeat(columns.length + 2)}`);
      for (const load of loads) console.log(lineOf(load));
    }
    for (const goal of goals) console.log(`${markOf(goal)} ${goal.goal}: ${sayReached(goal)}`);
  }
}

/** What has no limit is only said. */
function markOf(goal: Goal): string {
  if (goal.most === undefined && goal.least === undefined) return "      ";
  return isMet(goal) ? "met   " : "MISSED";
}

function lineOf({ who, clients, rounds }: Measured): string {
  const failed = rounds.reduce((sum, load) => sum + load.failed, 0);
  const figures = columns.map(([, figure, digits]) => sayFigure(figureOf(rounds, figure), digits));
  return `| ${[failed > 0 ? `${who}, ${failed} failed` : who, clients, ...figures].join(" | ")} |`;
}
