import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { differenceOf, toldOf } from "@/lib/audit/rules";
import { command } from "@/lib/command/command";
import { newId } from "@/lib/database/id";
import { refuseLargeTotal } from "@/lib/project/commands/amount";
import { holdMonthsOf, holdProject } from "@/lib/project/commands/hold";
import { refuseStale } from "@/lib/project/commands/stale";
import { listFaults } from "@/lib/project/rules";
import { createProjectInput, type EditProject, editProjectInput } from "@/lib/project/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay } from "@/lib/value/calendar";

/** A project of the plan (or one carried out before its planned year, R66), not started on the day it is written down. */
export const createProject = command({
  verb: "project.create",
  permission: "project:edit",
  input: createProjectInput,
  async run(tx, actor, { sites, accepted, ...input }) {
    const columns = columnsOf(input);
    const ticked = await refuseLargeTotal(tx, actor, columns.totalInvestment, accepted);
    const id = newId();
    const after = toldOf({ ...columns, accepted: ticked });
    await recordAudit(tx, actor, "project.create", { type: "project", id, after });
    const data = { id, ...columns, enteredOn: dateFromDay(actor.today), createdById: actor.id, isDemo: actor.isDemo };
    const { count } = await tx.project.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new Refusal("INPUT_WRONG", { field: "code", case: "PROJECT_CODE_TAKEN" });
    await tx.projectSite.createMany({
      data: sites.map((name, n) => ({ id: newId(), projectId: id, number: n + 1, name })),
    });
    return { id };
  },
});

/** R73, R76: once money is arranged or a month reported the database keeps place, content, amount and years as they stood. */
export const editProject = command({
  verb: "project.edit",
  permission: "project:edit",
  input: editProjectInput,
  async run(tx, actor, { projectId, version, accepted, ...input }) {
    const columns = columnsOf(input);
    await holdMonthsOf(tx, projectId);
    const { before, version: now } = await holdProject(tx, projectId);
    if (now !== version) await refuseStale(tx, projectId, now, before);
    const { before: was, after: is } = differenceOf(before, columns);
    const ticked = "totalInvestment" in is ? await refuseLargeTotal(tx, actor, columns.totalInvestment, accepted) : "";

    await recordAudit(tx, actor, "project.edit", {
      type: "project",
      id: projectId,
      before: was,
      after: { ...is, ...toldOf({ accepted: ticked }) },
    });
    await tx.project.update({
      where: { id: projectId },
      data: { ...columns, version: { increment: 1 } },
      select: { id: true },
    });
    return {};
  },
});

function columnsOf({ dueOn, ...input }: Omit<EditProject, "projectId" | "version" | "accepted">) {
  const [fault] = listFaults(input);
  if (fault) throw new Refusal("INPUT_WRONG", fault);
  return { ...input, dueOn: dueOn ? dateFromDay(dueOn) : null };
}
