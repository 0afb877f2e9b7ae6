"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import * as mutations from "@/lib/project/mutations";
import * as schema from "@/lib/project/schema";

export const createProject = action({
  permission: "project:edit",
  verb: "project.create",
  input: schema.createProjectInput,
  async run(actor, input) {
    const { id } = await mutations.createProject(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${id}` };
  },
});

export const editProject = action({
  permission: "project:edit",
  verb: "project.edit",
  input: schema.editProjectInput,
  async run(actor, input) {
    await mutations.editProject(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${input.projectId}` };
  },
});

export const reportProject = action({
  permission: "project:edit",
  verb: "project.report",
  input: schema.reportProjectInput,
  async run(actor, input) {
    await mutations.reportProject(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${input.projectId}` };
  },
});

export const finishSite = action({
  permission: "project:edit",
  verb: "project.finishSite",
  input: schema.finishSiteInput,
  async run(actor, input) {
    await mutations.finishSite(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/projects/${input.projectId}` };
  },
});
