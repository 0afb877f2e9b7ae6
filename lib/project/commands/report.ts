import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { toldOf } from "@/lib/audit/rules";
import { command } from "@/lib/command/command";
import { newId } from "@/lib/database/id";
import { refuseFuture } from "@/lib/project/commands/amount";
import { holdMonth, holdProject } from "@/lib/project/commands/hold";
import { finishSiteInput, reportProjectInput } from "@/lib/project/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";

/** R72: where the works stand on a day; the database keeps the order of states and days. */
export const reportProject = command({
  verb: "project.report",
  permission: "project:edit",
  input: reportProjectInput,
  async run(tx, actor, { projectId, documentNo: paper, ...report }) {
    refuseFuture(actor, report.datedOn);
    const documentNo = paper ?? null;
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
    return {};
  },
});

/** One of several building sites is finished, once. */
export const finishSite = command({
  verb: "project.finishSite",
  permission: "project:edit",
  input: finishSiteInput,
  async run(tx, actor, { projectId, siteId, finishedOn }) {
    refuseFuture(actor, finishedOn, "finishedOn");
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
  },
});
