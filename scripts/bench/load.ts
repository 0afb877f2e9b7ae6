import { forgetPeak, peakOf, processorOf, processorOfDatabase } from "./processor";
import { type Served, setting } from "./setting";
import { forgetStatements, statementsSince } from "./statements";

export type Load = {
  clients: number;
  p50: number;
  p95: number;
  perSecond: number;
  serverMs: number;
  databaseMs: number;
  statements: number;
  /** BEGIN, SET TRANSACTION, COMMIT. */
  control: number;
  bytes: number;
  pieces: number;
  peak: number;
  /** Asked and not answered as expected: the portal says that it is away when no connection is free for two seconds. */
  failed: number;
};

export type Once = (client: number, n: number) => Promise<{ bytes: number; pieces?: number }>;

/** So many requests as a row wants, or fewer where it is only to be seen that it works. */
export const requests = (times: number): number => (setting.brief ? Math.ceil(times / 10) : times);

/** So many clients ask so many times in all, each as soon as it has its answer; what `once` throws is counted as failed. */
export async function loadOf(served: Served | undefined, clients: number, times: number, once: Once): Promise<Load> {
  await forgetStatements();
  if (served) forgetPeak(served.pid);
  const before = usedBy(served);
  const begun = performance.now();
  const took: number[] = [];
  const failures: string[] = [];
  let asked = 0;
  let bytes = 0;
  let pieces = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (asked < times) {
        const start = performance.now();
        const answer = await once(client, asked++).catch((error: Error) => failures.push(error.message));
        if (typeof answer === "number") continue;
        bytes += answer.bytes;
        pieces += answer.pieces ?? 0;
        took.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  const after = usedBy(served);
  const since = await statementsSince();
  took.sort((one, other) => one - other);
  if (failures.length > 0) console.log(`${failures.length} of ${times} failed, such as: ${failures[0]}`);
  return {
    clients,
    p50: took[Math.floor(took.length * 0.5)] ?? 0,
    p95: took[Math.floor(took.length * 0.95)] ?? 0,
    perSecond: took.length / seconds,
    serverMs: (after.server - before.server) / took.length,
    databaseMs: (after.database - before.database) / took.length,
    statements: since.calls / took.length,
    control: since.control / took.length,
    bytes: Math.round(bytes / took.length),
    pieces: pieces / took.length,
    peak: served ? peakOf(served.pid) : 0,
    failed: failures.length,
  };
}

const usedBy = (served: Served | undefined) => ({
  server: served ? processorOf(served.pid) : 0,
  database: processorOfDatabase(setting.postmaster),
});
