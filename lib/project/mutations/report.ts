import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { refuseFuture } from "@/lib/project/mutations/amount";
import { holdMonth, holdProject } from "@/lib/project/mutations/hold";
import { toldOf } from "@/lib/project/mutations/told";
import type { FinishSite, ReportProject } from "@/lib/project/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";

/** R72: where the works stand on a day; the database keeps the order of states and days. */
export function reportProject(actor: Actor, { projectId, documentNo: paper, ...report }: ReportProject) {
  refuseFuture(actor, report.datedOn);
  const documentNo = paper ?? null;
  return transaction(async (tx) => {
    await holdMonth(tx, report.datedOn);
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
    await holdMonth(tx, finishedOn);
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
    return { site: site.name };
  });
}
