import "server-only";
import { z } from "zod";
import { sealAudit } from "@/lib/audit/record";
import { db } from "@/lib/database/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { databaseError } from "@/lib/refusal/database-error";
import { openDoor } from "@/lib/server/door/http";

/** Refuses to serve where an acknowledged write could be lost, be read by nobody, or be made past the laws of the database. */
export async function startUp(agreeOnKey: () => Promise<boolean>) {
  openDoor();
  try {
    const obstacle = await findObstacle(agreeOnKey);
    if (!obstacle) return;
    process.stderr.write(`${obstacle}\n`);
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error && !databaseError(error) ? error.message : "The database does not answer: check DATABASE_URL"}\n`,
    );
  }
  process.exit(1);
}

/** I30: once a minute the audit is sealed; the log carries number, rows and hash away from the machine. A database that is away is asked again. */
export function keepSealing(): void {
  const seal = async () => {
    try {
      for (const block of await sealAudit()) log.info({ event: "audit sealed", ...block });
    } catch (error) {
      log.warn({ event: "audit not sealed", database: databaseError(error)?.code });
    }
  };
  setInterval(seal, 60_000).unref();
}

const found = z.object({ off: z.string().nullable(), powers: z.string().nullable() });

async function findObstacle(agreeOnKey: () => Promise<boolean>): Promise<string | undefined> {
  const { durability } = env();
  const [row] = await db.$queryRaw<unknown[]>`
    SELECT (SELECT string_agg(name, ', ') FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off') AS off,
      (SELECT string_agg(power, ', ') FROM public.powers_beyond(current_user) AS power) AS powers`;
  const { off, powers } = found.parse(row);

  // I28: only the tests' throw-away database may forget what it confirmed.
  if (off && durability === "required")
    return `The database has ${off} off, so a confirmed write may be lost: turn it on`;
  if (powers)
    return `DATABASE_URL names a login that may do more than the portal needs (${powers}): the laws in the database need a role of its own for the portal`;
  if (!(await agreeOnKey()))
    return "PORTAL_DATA_KEY is not the key this database was written with: personal data could not be opened, give the right one";
  return undefined;
}
