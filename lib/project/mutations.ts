import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { type Day, dateFromDay, dayFromDate } from "@/lib/calendar";
import { type Tx, transaction } from "@/lib/db";
import { newId } from "@/lib/id";
import { parseWan, parseYuan, typedWan } from "@/lib/money";
import type { CreateProject, EditProject, FinishSite, ReportProject } from "@/lib/project/schema";
import { Refusal } from "@/lib/refusal";

/** A project of the plan (or one carried out before its planned year, R66), not started on the day it is written down. */
export function createProject(actor: Actor, { sites, ...input }: CreateProject) {
  const columns = columnsOf(input);
  return transaction(async (tx) => {
    const id = newId();
    await recordAudit(tx, actor, "project.create", { type: "project", id, after: toldOf(columns) });
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
export function editProject(actor: Actor, { projectId, version, ...input }: EditProject) {
  const columns = columnsOf(input);
  return transaction(async (tx) => {
    const { before, version: now } = await holdProject(tx, projectId);
    if (now !== version) await refuseStale(tx, projectId, now, before as Stored);
    const changed = Object.keys(columns).filter((name) => told(before[name]) !== told((columns as Columns)[name]));
    const only = (row: Columns) => toldOf(Object.fromEntries(changed.map((name) => [name, row[name]])));

    await recordAudit(tx, actor, "project.edit", {
      type: "project",
      id: projectId,
      before: only(before),
      after: only(columns as Columns),
    });
    await tx.project.update({
      where: { id: projectId },
      data: { ...columns, version: { increment: 1 } },
      select: { id: true },
    });
  });
}

/** R72: where the works stand on a day; the database keeps the order of states and days. */
export function reportProject(actor: Actor, { projectId, documentNo: paper, ...report }: ReportProject) {
  refuseFuture(actor, report.datedOn, "datedOn");
  const documentNo = paper ?? null;
  return transaction(async (tx) => {
    await holdProject(tx, projectId);
    await recordAudit(tx, actor, "project.report", {
      type: "project",
      id: projectId,
      after: toldOf({ ...report, documentNo }),
    });
    const data = { ...report, id: newId(), projectId, documentNo, datedOn: dateFromDay(report.datedOn) };
    await tx.projectReport.create({
      data: { ...data, createdById: actor.id, isDemo: actor.isDemo },
      select: { id: true },
    });
  });
}

/** One of several building sites is finished, once. */
export function finishSite(actor: Actor, { projectId, siteId, finishedOn }: FinishSite) {
  refuseFuture(actor, finishedOn, "finishedOn");
  return transaction(async (tx) => {
    await holdProject(tx, projectId);
    const site = await tx.projectSite.findUnique({
      where: { id: siteId, projectId },
      select: { name: true, finishedOn: true },
    });
    if (!site || site.finishedOn) throw new Refusal("INPUT_WRONG", { field: "finishedOn", case: "SITE_FINISHED" });

    await recordAudit(tx, actor, "project.finishSite", {
      type: "project",
      id: projectId,
      after: { site: site.name, finishedOn },
    });
    await tx.projectSite.update({
      where: { id: siteId },
      data: { finishedOn: dateFromDay(finishedOn) },
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

function columnsOf(input: Omit<EditProject, "projectId" | "version">) {
  const { projectCode: code, projectName: name, amount, unit, dueOn, ...rest } = input;
  const totalInvestment = unit === "WAN" ? parseWan(amount) : parseYuan(amount);
  if (!totalInvestment) throw new Refusal("INPUT_WRONG", { field: "amount", case: "AMOUNT" });
  if (rest.implementYear > rest.planYear)
    throw new Refusal("INPUT_WRONG", { field: "implementYear", case: "YEARS_ORDER" });
  return { code, name, ...rest, totalInvestment, dueOn: dueOn ? dateFromDay(dueOn) : null };
}

async function holdProject(tx: Tx, id: string) {
  await tx.$executeRaw`SELECT 1 FROM projects WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const project = await tx.project.findUnique({ where: { id }, select: { ...columns, version: true } });
  if (!project) throw new Refusal("INPUT_WRONG", { field: "projectId", case: "UNKNOWN_PROJECT" });
  const { version, ...before } = project;
  return { version, before: before as Columns };
}

const columns = {
  code: true,
  name: true,
  category: true,
  isEmploymentRelated: true,
  isConstruction: true,
  planYear: true,
  implementYear: true,
  site: true,
  content: true,
  implementingUnit: true,
  target: true,
  totalInvestment: true,
  dueOn: true,
} as const;

function refuseFuture(actor: Actor, on: Day, field: string) {
  if (on > actor.today) throw new Refusal("INPUT_WRONG", { field, case: "FUTURE", today: actor.today });
}

/** What the audit keeps, under the names people know; sums in fen as text. */
const toldOf = (row: Columns) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null && value !== "")
      .map(([name, value]) => [auditNames[name] ?? name, told(value)]),
  );
const told = (value: unknown): string | number | boolean | null => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "bigint" ? String(value) : (value as string | number | boolean | null);
};
const auditNames: Record<string, string> = {
  code: "projectCode",
  name: "projectName",
  category: "projectCategory",
};
