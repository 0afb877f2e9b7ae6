import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { type Tx, transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { readAmount, refuseLargeTotal } from "@/lib/project/mutations/amount";
import { holdProject } from "@/lib/project/mutations/hold";
import { told, toldOf } from "@/lib/project/mutations/told";
import type { CreateProject, EditProject } from "@/lib/project/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";
import { typedWan } from "@/lib/value/money";

/** A project of the plan (or one carried out before its planned year, R66), not started on the day it is written down. */
export function createProject(actor: Actor, { sites, accepted, ...input }: CreateProject) {
  const columns = columnsOf(input);
  return transaction(async (tx) => {
    const ticked = await refuseLargeTotal(tx, actor, columns.totalInvestment, accepted);
    const id = newId();
    const after = toldOf({ ...columns, accepted: ticked });
    await recordAudit(tx, actor, "project.create", { type: "project", id, after });
    const data = { id, ...columns, enteredOn: dateFromDay(actor.today), createdById: actor.id, isDemo: actor.isDemo };
    const { count } = await tx.project.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new Refusal("INPUT_WRONG", { field: "projectCode", case: "PROJECT_CODE_TAKEN" });
    await tx.projectSite.createMany({
      data: sites.map((name, n) => ({ id: newId(), projectId: id, number: n + 1, name })),
    });
    return { id };
  });
}

/** R73: once money is arranged the database keeps place, content, amount and years as they were approved. */
export function editProject(actor: Actor, { projectId, version, accepted, ...input }: EditProject) {
  const columns = columnsOf(input);
  return transaction(async (tx) => {
    const { before: stored, version: now } = await holdProject(tx, projectId);
    if (now !== version) await refuseStale(tx, projectId, now, stored);
    const before: Columns = stored;
    const changed = Object.keys(columns).filter((name) => told(before[name]) !== told((columns as Columns)[name]));
    const ticked = changed.includes("totalInvestment")
      ? await refuseLargeTotal(tx, actor, columns.totalInvestment, accepted)
      : "";
    const only = (row: Columns) => toldOf(Object.fromEntries(changed.map((name) => [name, row[name]])));

    await recordAudit(tx, actor, "project.edit", {
      type: "project",
      id: projectId,
      before: only(before),
      after: { ...only(columns), ...toldOf({ accepted: ticked }) },
    });
    await tx.project.update({
      where: { id: projectId },
      data: { ...columns, version: { increment: 1 } },
      select: { id: true },
    });
  });
}

/** I27: what stands now, under the names of the form, so that both versions can be shown side by side. */
async function refuseStale(tx: Tx, id: string, version: number, stored: Stored): Promise<never> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectId: id },
    orderBy: { id: "desc" },
    select: { actorName: true, at: true },
  });
  const { code, name, totalInvestment, dueOn, isEmploymentRelated, isConstruction, ...rest } = stored;
  throw new Refusal("STALE", {
    version,
    by: last?.actorName ?? "",
    at: last?.at.toISOString() ?? "",
    projectCode: code,
    projectName: name,
    amount: typedWan(totalInvestment),
    unit: "WAN",
    dueOn: dueOn ? dayFromDate(dueOn) : "",
    isEmploymentRelated: isEmploymentRelated ? "on" : "",
    isConstruction: isConstruction ? "on" : "",
    ...rest,
  });
}

type Columns = Record<string, unknown>;
type Stored = ReturnType<typeof columnsOf>;

function columnsOf(input: Omit<EditProject, "projectId" | "version" | "accepted">) {
  const { projectCode: code, projectName: name, amount, unit, dueOn, ...rest } = input;
  const totalInvestment = readAmount({ amount, unit });
  if (rest.implementYear > rest.planYear)
    throw new Refusal("INPUT_WRONG", { field: "implementYear", case: "YEARS_ORDER" });
  return { code, name, ...rest, totalInvestment, dueOn: dueOn ? dateFromDay(dueOn) : null };
}
