"use server";

import { form } from "@/lib/command/form";
import type { Way } from "@/lib/command/outcome";
import * as adjust from "@/lib/project/commands/adjust";
import * as decide from "@/lib/project/commands/decide";
import * as edit from "@/lib/project/commands/edit";
import { foreseeAdjustment, foreseeEdit, foreseeProject } from "@/lib/project/commands/foresee";
import * as report from "@/lib/project/commands/report";

export const createProject = form(edit.createProject, { foresee: foreseeProject, after: ({ id }) => toProject(id) });

export const editProject = form(edit.editProject, {
  foresee: foreseeEdit,
  after: (_, { projectId }) => toProject(projectId),
});

export const reportProject = form(report.reportProject, { after: (_, { projectId }) => toProject(projectId) });

export const finishSite = form(report.finishSite, {
  after: ({ site }, { projectId }) => ({ ...toProject(projectId), told: { site } }),
});

export const adjustProject = form(adjust.adjustProject, {
  foresee: foreseeAdjustment,
  after: ({ id }, { projectId, intent }) => ({
    ...toAdjustment(projectId, id),
    ...(intent === "DRAFT" && { says: "project.draftAdjustment" }),
  }),
});

const decided = {
  decides: "adjustmentId",
  after: ({ projectId }: { projectId: string }, { adjustmentId }: { adjustmentId: string }) =>
    toAdjustment(projectId, adjustmentId),
};
export const approveAdjustment = form(decide.approveAdjustment, decided);
export const rejectAdjustment = form(decide.rejectAdjustment, decided);
export const withdrawAdjustment = form(decide.withdrawAdjustment, decided);

const toProject = (id: string): Way => ({ to: `/fund/projects/${id}`, about: { record: ["project", id] } });

const toAdjustment = (projectId: string, id: string): Way => ({
  to: `/fund/projects/${projectId}/adjustments/${id}`,
  about: { record: ["adjustment", id] },
});
