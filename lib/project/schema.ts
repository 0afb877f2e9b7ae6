import { z } from "zod";
import {
  accepted,
  amount,
  day,
  id,
  note,
  optionalDay,
  optionalText,
  text,
  tick,
  version,
  whole,
} from "@/lib/command/fields";
import { ProjectCategory, ProjectStanding, ProjectState } from "@/prisma/generated/enums";

const whole4 = whole(2000, 2100);

/** The plain facts. */
const facts = {
  code: text(20),
  name: text(80),
  category: z.enum(ProjectCategory, "choose"),
  isEmploymentRelated: tick,
  isConstruction: tick,
  planYear: whole4,
  implementYear: whole4,
  site: text(80),
  content: note(1_000),
  implementingUnit: text(60),
  target: note(300),
  totalInvestment: amount,
  dueOn: optionalDay,
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

export const createProjectInput = z.object({ ...facts, sites, accepted });
export const editProjectInput = z.object({ projectId: id, version, ...facts, accepted });
export const reportProjectInput = z.object({
  projectId: id,
  state: z.enum(ProjectState, "choose"),
  datedOn: day,
  physicalProgress: whole(0, 100),
  problem: note(200),
  documentNo: optionalText(60),
});
/** R73: all of what was approved, as it is to be; what is unchanged is not stored. */
export const adjustProjectInput = z.object({
  projectId: id,
  /** The draft that is written over. */
  adjustmentId: id.optional(),
  version,
  intent: z.enum(["DRAFT", "SUBMIT"], "choose").default("SUBMIT"),
  accepted,
  datedOn: day,
  documentNo: text(60),
  reason: text(300),
  dueOn: optionalDay,
  isConstruction: tick,
  target: text(300),
  totalInvestment: amount,
  site: facts.site,
  content: facts.content,
  standing: z.enum(ProjectStanding, "choose"),
});
const adjustment = { adjustmentId: id, version };
export const decideAdjustmentInput = z.object(adjustment);
export const rejectAdjustmentInput = z.object({ ...adjustment, reason: text(200) });
export const finishSiteInput = z.object({ projectId: id, siteId: id, finishedOn: day });

export type CreateProject = z.output<typeof createProjectInput>;
export type EditProject = z.output<typeof editProjectInput>;
export type ReportProject = z.output<typeof reportProjectInput>;
export type FinishSite = z.output<typeof finishSiteInput>;
export type AdjustProject = z.output<typeof adjustProjectInput>;
export type DecideAdjustment = z.output<typeof decideAdjustmentInput>;
export type RejectAdjustment = z.output<typeof rejectAdjustmentInput>;
