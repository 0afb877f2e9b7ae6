import "server-only";
import { snapshot } from "@/lib/database/db";
import { findRecord, listOwnOpen, listOwnRejected, listWaiting } from "@/lib/fund/queries/decisions";
import { listDifferences } from "@/lib/fund/queries/differences";
import { listClosing, listMonthsToGo } from "@/lib/fund/queries/months";
import { listDoubts } from "@/lib/fund/queries/second-look";
import type { Kind } from "@/lib/fund/rules/ledger";
import type { Day } from "@/lib/value/calendar";
import { lastDay } from "@/lib/value/period";

/**
 * U29: what waits for a decision with what each would change, what is one's own, and the months and years that can go on;
 * read at one instant.
 */
export const findToDo = (accountId: string, today: Day) =>
  snapshot(async (tx) => {
    const waiting = await listWaiting(tx);
    const months = await listMonthsToGo(today, tx);
    return {
      waiting,
      differences: await listDifferences(waiting, today, tx),
      doubts: await listDoubts(waiting, today, tx),
      own: await listOwnOpen(accountId, tx),
      rejected: await listOwnRejected(accountId, tx),
      reported: months.filter(({ state }) => state === "SUBMITTED"),
      reportable: months.filter(({ month, state }) => state === "OPEN" && today > lastDay(month)),
      closing: await listClosing(tx),
    };
  });

/** One record with what approving it would change. */
export const findRecordToDecide = (kind: Kind, id: string, today: Day) =>
  snapshot(async (tx) => {
    const record = await findRecord(kind, id, tx);
    if (!record) return null;
    const differences = record.state === "APPROVED" ? undefined : await listDifferences([record], today, tx);
    const doubts = record.state === "APPROVED" ? undefined : await listDoubts([record], today, tx);
    return { record, differences: differences?.get(id) ?? [], doubt: doubts?.get(id) };
  });
