import { readFileSync } from "node:fs";
import os from "node:os";
import { isMet, type Result } from "./result";
import { setting } from "./setting";
import { owner } from "./statements";

const columns = [
  "",
  "clients",
  "p50 ms",
  "p95 ms",
  "requests/s",
  "server ms",
  "database ms",
  "statements",
  "bytes",
  "peak MB",
];

/** The machine, because figures mean nothing without it. */
export async function printFacts() {
  const { rows } = await owner.query<{ server_version: string }>("SHOW server_version");
  const model = /^model name\s*:\s*(.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? os.arch();
  console.log(
    `\n${os.cpus().length} cores ${model}, load ${os.loadavg()[0]?.toFixed(2)}, Node ${process.version}, PostgreSQL ${rows[0]?.server_version}, scale ${setting.scale}\n`,
  );
}

export function printResults(results: Result[]) {
  for (const { operation, loads, goals } of results) {
    console.log(`\n### ${operation}`);
    if (loads.length > 0) {
      console.log(`| ${columns.join(" | ")} |\n|${columns.map(() => "---").join("|")}|`);
      for (const { who, load } of loads)
        console.log(
          `| ${[load.failed > 0 ? `${who}, ${load.failed} failed` : who, load.clients, ...[load.p50, load.p95, load.perSecond, load.serverMs, load.databaseMs, load.statements].map((figure) => figure.toFixed(1)), load.bytes, load.peak.toFixed(0)].join(" | ")} |`,
        );
    }
    for (const goal of goals) {
      const limit = goal.most !== undefined ? `at most ${goal.most}` : `at least ${goal.least}`;
      console.log(
        `${isMet(goal) ? "met   " : "MISSED"} ${goal.goal}: ${goal.measured.toFixed(2)} ${goal.unit} (${limit})`,
      );
    }
  }
}
