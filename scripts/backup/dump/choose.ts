/** Versions as the server and `--version` of its tools tell them; undefined where there is no such tool on the PATH. */
export type Versions = { server: string; dump: string | undefined; restore: string | undefined };

/** Why a backup is not taken with pg_dump but by the portal itself; undefined where pg_dump takes it. */
export function againstDump({ server, dump, restore }: Versions, isEmbedded: boolean): string | undefined {
  if (isEmbedded) return "the embedded server comes without pg_dump";
  if (!dump || !restore) return `no ${dump ? "pg_restore" : "pg_dump"} on the PATH`;
  const unfit = [dump, restore].find((tool) => !fits(tool, server));
  return unfit && `${unfit} does not suit a server of ${majorOf(server)}`;
}

/** Why a dump cannot be restored here; undefined where it can. */
export function againstRestore(taken: { by: string; from: string }, { server, restore }: Omit<Versions, "dump">) {
  if (majorOf(server) < majorOf(taken.from)) {
    return `it was taken from PostgreSQL ${majorOf(taken.from)}, the server here is ${majorOf(server)}`;
  }
  if (!restore || majorOf(restore) < majorOf(taken.by) || !fits(restore, server)) {
    const wanted = Math.max(majorOf(taken.by), majorOf(server));
    return `it needs pg_restore ${wanted} on the PATH, here is ${restore ?? "none"}`;
  }
  return undefined;
}

/**
 * A tool knows servers up to its own version. From 17 on it sets a timeout that no server before 17 knows: such a dump is taken, and does
 * not come back.
 */
function fits(tool: string, server: string): boolean {
  return majorOf(tool) >= majorOf(server) && !(majorOf(tool) >= 17 && majorOf(server) < 17);
}

/** The first number: "pg_dump (PostgreSQL) 15.13 (Debian 15.13-1)", "18beta1". */
const majorOf = (version: string) => Number.parseInt(/\d+/.exec(version)?.[0] ?? "0", 10);
