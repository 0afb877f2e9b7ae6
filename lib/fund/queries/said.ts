import "server-only";
import { db } from "@/lib/database/db";
import { findRecord } from "@/lib/fund/queries/decisions";
import { kinds } from "@/lib/fund/rules/ledger";
import { projectOf } from "@/lib/fund/rules/record";
import { saidOf, saidOfMonth } from "@/lib/fund/rules/said";
import { findAdjustment, findSaidOfProject, nameOf } from "@/lib/project/queries";
import type { Month } from "@/lib/value/calendar";
import { exactWan } from "@/lib/value/money";

export type Said = Record<string, string | number>;

/** What a banner says of a record of money, with what its project has by now; nothing of what is no money. */
export async function findSaid([type, id]: [type: string, id: string] = ["", ""]): Promise<Said> {
  if (type === "month") return saidOfMonth(id as Month);
  if (type === "fund") return { year: id };
  if (type === "project") return findSaidOfProject(id);
  if (type === "adjustment") {
    const adjustment = await findAdjustment(id);
    return adjustment ? { what: nameOf(adjustment.project) } : {};
  }
  const kind = kinds.find((one) => one === type);
  const record = kind && (await findRecord(kind, id, db));
  if (!record) return {};
  const project = projectOf(record);
  const sum = project && (await findSumOf(project.id, record.kind));
  return { ...saidOf(record), ...(sum !== null && sum !== undefined && { sum: exactWan(sum) }) };
}

async function findSumOf(projectId: string, kind: string): Promise<bigint | undefined> {
  const project = await db.project.findUnique({
    where: { id: projectId },
    select: { arranged: true, disbursed: true, completed: true },
  });
  return project?.[kind === "appropriation" ? "arranged" : kind === "disbursement" ? "disbursed" : "completed"];
}
