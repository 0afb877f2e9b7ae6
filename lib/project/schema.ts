import { z } from "zod";
import { day, id, note, optionalText, text, tick, version, whole } from "@/lib/fields";
import { ProjectCategory, ProjectState } from "@/prisma/generated/enums";

const whole4 = whole(2000, 2100);

/** The plain facts; amounts are text until the mutation reads them in their unit. */
const facts = {
  projectCode: text(20),
  projectName: text(80),
  category: z.enum(ProjectCategory, "projectCategory"),
  isEmploymentRelated: tick,
  isConstruction: tick,
  planYear: whole4,
  implementYear: whole4,
  site: text(80),
  content: note(1_000),
  implementingUnit: text(60),
  target: note(300),
  amount: text(21),
  unit: z.enum(["WAN", "YUAN"], "choose"),
  dueOn: day.optional().or(z.literal("").transform(() => undefined)),
};

/** Building sites, one a line; a project at one place has none. */
const sites = z
  .string()
  .default("")
  .transform((typed) =>
    typed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  )
  .pipe(z.array(z.string().max(60, "tooLong")).max(50, "tooMany"));

export const createProjectInput = z.object({ ...facts, sites });
export const editProjectInput = z.object({ projectId: id, version, ...facts });
export const reportProjectInput = z.object({
  projectId: id,
  state: z.enum(ProjectState, "choose"),
  datedOn: day,
  physicalProgress: whole(0, 100),
  problem: note(200),
  documentNo: optionalText(60),
});
export const finishSiteInput = z.object({ projectId: id, siteId: id, finishedOn: day });

export type CreateProject = z.output<typeof createProjectInput>;
export type EditProject = z.output<typeof editProjectInput>;
export type ReportProject = z.output<typeof reportProjectInput>;
export type FinishSite = z.output<typeof finishSiteInput>;
