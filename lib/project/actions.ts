"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/command/action";
import { adjustProject as writeAdjustment } from "@/lib/project/mutations/adjust";
import * as adjustments from "@/lib/project/mutations/decide";
import * as edits from "@/lib/project/mutations/edit";
import * as reports from "@/lib/project/mutations/report";
import { findSaidOfProject } from "@/lib/project/queries";
import * as schema from "@/lib/project/schema";

export const createProject = action({
  permission: "project:edit",
  verb: "project.create",
  input: schema.createProjectInput,
  async run(actor, input) {
    const { id } = await edits.createProject(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${id}`, told: await findSaidOfProject(id) };
  },
});

export const editProject = action({
  permission: "project:edit",
  verb: "project.edit",
  input: schema.editProjectInput,
  async run(actor, input) {
    await edits.editProject(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${input.projectId}`, told: await findSaidOfProject(input.projectId) };
  },
});

export const reportProject = action({
  permission: "project:edit",
  verb: "project.report",
  input: schema.reportProjectInput,
  async run(actor, input) {
    await reports.reportProject(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${input.projectId}`, told: await findSaidOfProject(input.projectId) };
  },
});

export const finishSite = action({
  permission: "project:edit",
  verb: "project.finishSite",
  input: schema.finishSiteInput,
  async run(actor, input) {
    const { site } = await reports.finishSite(actor, input);
    revalidatePath("/fund", "layout");
    const told = { ...(await findSaidOfProject(input.projectId)), site };
    return { to: `/fund/projects/${input.projectId}`, told };
  },
});

export const adjustProject = action({
  permission: "project:adjust",
  proposes: true,
  verb: "project.adjust",
  input: schema.adjustProjectInput,
  async run(actor, input) {
    const { id } = await writeAdjustment(actor, input);
    revalidatePath("/fund", "layout");
    return {
      to: `/fund/projects/${input.projectId}/adjustments/${id}`,
      done: input.intent === "DRAFT" ? "project.draftAdjustment" : "project.adjust",
      told: await findSaidOfProject(input.projectId),
    };
  },
});

export const approveAdjustment = action({
  permission: "project:adjust",
  approves: true,
  verb: "project.approveAdjustment",
  decides: "adjustmentId",
  input: schema.decideAdjustmentInput,
  async run(actor, input) {
    const { projectId } = await adjustments.approveAdjustment(actor, input);
    revalidatePath("/fund", "layout");
    return {
      to: `/fund/projects/${projectId}/adjustments/${input.adjustmentId}`,
      told: await findSaidOfProject(projectId),
    };
  },
});

export const rejectAdjustment = action({
  permission: "project:adjust",
  approves: true,
  verb: "project.rejectAdjustment",
  decides: "adjustmentId",
  input: schema.rejectAdjustmentInput,
  async run(actor, input) {
    const { projectId } = await adjustments.rejectAdjustment(actor, input);
    revalidatePath("/fund", "layout");
    return {
      to: `/fund/projects/${projectId}/adjustments/${input.adjustmentId}`,
      told: await findSaidOfProject(projectId),
    };
  },
});

export const withdrawAdjustment = action({
  permission: "project:adjust",
  proposes: true,
  verb: "project.withdrawAdjustment",
  decides: "adjustmentId",
  input: schema.decideAdjustmentInput,
  async run(actor, input) {
    const { projectId } = await adjustments.withdrawAdjustment(actor, input);
    revalidatePath("/fund", "layout");
    return {
      to: `/fund/projects/${projectId}/adjustments/${input.adjustmentId}`,
      told: await findSaidOfProject(projectId),
    };
  },
});
