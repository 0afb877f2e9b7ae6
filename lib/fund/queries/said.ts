import "server-only";
import { db, transaction } from "@/lib/database/db";
import { findRecord } from "@/lib/fund/queries/decisions";
import { type Kind, kinds } from "@/lib/fund/rules/ledger";
import { saidOf, saidOfMonth } from "@/lib/fund/rules/said";
import { findAdjustment, nameOf } from "@/lib/project/queries";
import { exactWan } from "@/lib/value/money";

export type Said = Record<string, string | number>;

/** What the banner says of a record that was just written or decided, with what its project has by now; asked in the act's transaction. */
export const findSaidOf = (kind: Kind, id: string): Promise<Said> =>
  transaction(async (tx) => {
    const record = await findRecord(kind, id, tx);
    if (!record) return {};
    const sums =
      record.project &&
      (await tx.project.findUnique({
        where: { id: record.project.id },
        select: { arranged: true, disbursed: true, completed: true },
      }));
    const of = kind === "appropriation" ? "arranged" : kind === "disbursement" ? "disbursed" : "completed";
    return { ...saidOf(record), ...(sums && { sum: exactWan(sums[of]) }) };
  });

/** What a banner says of the money another decided first, by the subject of the entry; nothing of what is no money. */
export async function findSaid(type: string, id: string): Promise<Said> {
  if (type === "month") return saidOfMonth(id);
  if (type === "fund") return { year: id };
  if (type === "adjustment") {
    const adjustment = await findAdjustment(id);
    return adjustment ? { what: nameOf(adjustment.project) } : {};
  }
  const kind = kinds.find((one) => one === type);
  const record = kind && (await findRecord(kind, id, db));
  return record ? saidOf(record) : {};
}
