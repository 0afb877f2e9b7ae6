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
  bytes: number;
  peak: number;
};

type Once = (client: number, n: number) => Promise<{ bytes: number }>;

/** So many clients ask so many times in all, each as soon as it has its answer; whatever is not expected is thrown by `once`. */
export async function loadOf(served: Served | undefined, clients: number, times: number, once: Once): Promise<Load> {
  await forgetStatements();
  if (served) forgetPeak(served.pid);
  const before = usedBy(served);
  const begun = performance.now();
  const took: number[] = [];
  let asked = 0;
  let bytes = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (asked < times) {
        const start = performance.now();
        const answer = await once(client, asked++);
        bytes += answer.bytes;
        took.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  const after = usedBy(served);
  took.sort((one, other) => one - other);
  return {
    clients,
    p50: took[Math.floor(took.length * 0.5)] ?? 0,
    p95: took[Math.floor(took.length * 0.95)] ?? 0,
    perSecond: took.length / seconds,
    serverMs: (after.server - before.server) / took.length,
    databaseMs: (after.database - before.database) / took.length,
    statements: (await statementsSince()).calls / took.length,
    bytes: Math.round(bytes / took.length),
    peak: served ? peakOf(served.pid) : 0,
  };
}

const usedBy = (served: Served | undefined) => ({
  server: served ? processorOf(served.pid) : 0,
  database: processorOfDatabase(setting.postmaster),
});

/** Warm, then one client, then sixteen. */
export async function loadsOf(
  served: Served | undefined,
  times: { one: number; sixteen: number },
  once: Once,
): Promise<Load[]> {
  let n = 0;
  const next: Once = (client) => once(client, n++);
  await loadOf(served, 4, Math.ceil(times.one / 2), next);
  return [await loadOf(served, 1, times.one, next), await loadOf(served, 16, times.sixteen, next)];
}
