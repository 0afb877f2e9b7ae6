import "server-only";
import { statfs } from "node:fs/promises";
import { z } from "zod";
import { newestMigration } from "@/lib/check/rules";
import { begin, db } from "@/lib/database/db";
import { asRefusal } from "@/lib/refusal/refusal";

const views = z.array(z.object({ view: z.string().regex(/^[a-z_]+$/) }));
const counted = z.array(z.object({ total: z.number() })).length(1);

export type Check = { name: string; total: number; rows: Record<string, string | number | null>[] };

/** How many rows of a check are shown; the count tells of all. */
const shown = 50;

/**
 * Every view of the schema `checks` with its rows; none in a healthy database. Rows hold ids and numbers, no personal data.
 * All views are asked of one instant: a counter and what it counts must not be read on two sides of a COMMIT.
 */
export async function listChecks(): Promise<Check[]> {
  const asked = begin(
    async (tx) => {
      const found =
        await tx.$queryRaw`SELECT table_name AS view FROM information_schema.views WHERE table_schema = 'checks' ORDER BY table_name`;
      const checks: Check[] = [];
      for (const { view } of views.parse(found)) {
        const [{ total }] = counted.parse(
          await tx.$queryRawUnsafe(`SELECT count(*)::int AS total FROM checks.${view}`),
        ) as [{ total: number }];
        const rows =
          total === 0
            ? []
            : await tx.$queryRawUnsafe<{ row: Check["rows"][number] }[]>(
                `SELECT to_jsonb(v) AS row FROM checks.${view} v LIMIT ${shown}`,
              );
        checks.push({ name: view, total, rows: rows.map(({ row }) => row) });
      }
      return checks;
    },
    { isolationLevel: "RepeatableRead", timeout: 60_000 },
  );
  return asked.catch((error: unknown) => {
    throw asRefusal(error) ?? error;
  });
}

export type Shortage = "database" | "migrations" | "disk";

/** What keeps the portal from working: no database within a second, a migration that is missing or half done, a full disk. */
export async function listShortages(): Promise<Shortage[]> {
  const [database, disk] = await Promise.all([findDatabaseShortage(), isDiskFull()]);
  return [...(database ? [database] : []), ...(disk ? ["disk" as const] : [])];
}

const leastFreePercent = 10;

async function findDatabaseShortage(): Promise<Shortage | undefined> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, 1_000, new Error("late")).unref());
  try {
    const [{ total }] = counted.parse(await Promise.race([countUnfinished(), late])) as [{ total: number }];
    return total === 0 ? undefined : "migrations";
  } catch {
    return "database";
  }
}

/** The newest migration of this release stands for all before it; a release is never served over an older database. */
const countUnfinished = () => db.$queryRaw`
  SELECT (count(*) FILTER (WHERE finished_at IS NULL AND rolled_back_at IS NULL)
    + (count(*) FILTER (WHERE finished_at IS NOT NULL AND migration_name = ${newestMigration}) = 0)::int)::int AS total FROM _prisma_migrations`;

async function isDiskFull(): Promise<boolean> {
  const { bavail, blocks } = await statfs(process.cwd());
  return bavail * 100 < blocks * leastFreePercent;
}

const stateMinutes = 10;
let state: { at: Date; wrong: number; total: number } | undefined;

/** How the checks stand, asked again after ten minutes: a landing page need not count the whole register each time. */
export async function findCheckState() {
  const now = new Date();
  if (!state || now.getTime() - state.at.getTime() > stateMinutes * 60_000) {
    const checks = await listChecks();
    state = { at: now, wrong: checks.filter(({ total }) => total > 0).length, total: checks.length };
  }
  return state;
}
