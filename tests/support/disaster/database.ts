import { killPostgres, startPostgres, stopPostgres } from "@/scripts/postgres/postgres.mjs";
import { ownerUrl } from "@/tests/support/database";

const cluster = process.env.E2E_CLUSTER ?? "";
const port = () => Number(new URL(ownerUrl()).port);

/** The disasters' own server: goes as it would with a lost machine or an orderly stop, and comes back at the same address. */
export const database = {
  kill: async () => killPostgres(cluster),
  stop: () => stopPostgres(cluster),
  start: () => startPostgres(cluster, { port: port() }),
};
