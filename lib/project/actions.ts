"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import * as edits from "@/lib/project/mutations/edit";
import * as reports from "@/lib/project/mutations/report";
import * as schema from "@/lib/project/schema";

export const createProject = action({
  permission: "project:edit",
  verb: "project.create",
  input: schema.createProjectInput,
  async run(actor, input) {
    const { id } = await edits.createProject(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${id}` };
  },
});

export const editProject = action({
  permission: "project:edit",
  verb: "project.edit",
  input: schema.editProjectInput,
  async run(actor, input) {
    await edits.editProject(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${input.projectId}` };
  },
});

export const reportProject = action({
  permission: "project:edit",
  verb: "project.report",
  input: schema.reportProjectInput,
  async run(actor, input) {
    await reports.reportProject(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${input.projectId}` };
  },
});

export const finishSite = action({
  permission: "project:edit",
  verb: "project.finishSite",
  input: schema.finishSiteInput,
  async run(actor, input) {
    await reports.finishSite(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${input.projectId}` };
  },
});
