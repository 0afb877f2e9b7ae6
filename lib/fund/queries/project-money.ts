import "server-only";
import { snapshot } from "@/lib/database/db";
import { listRecordsOfProject } from "@/lib/fund/queries/decisions";
import { findProjectSums } from "@/lib/fund/queries/records";
import type { Day } from "@/lib/value/calendar";

/** The three sums of a project and every record in its ledgers, read at one instant (I25); no sums for one that has no money yet and lies ahead. */
export const findProjectMoney = (projectId: string, today: Day) =>
  snapshot(async (tx) => ({
    sums: await findProjectSums(projectId, today, tx),
    appropriations: await listRecordsOfProject("appropriation", projectId, tx),
    disbursements: await listRecordsOfProject("disbursement", projectId, tx),
    progress: await listRecordsOfProject("progress", projectId, tx),
  }));
