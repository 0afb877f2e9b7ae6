import "server-only";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";
import type { Day } from "@/lib/value/calendar";

/** I24: the month is shared among those who write in it, so that nobody closes it in between; taken before the project. */
export async function holdMonth(tx: Tx, datedOn: Day): Promise<void> {
  await tx.$executeRaw`SELECT hold_open_month(${datedOn}::date)`;
}

/** R76: the months that know a project, shared until the COMMIT: none is reported while what it shows of the project changes. */
export async function holdMonthsOf(tx: Tx, projectId: string): Promise<void> {
  await tx.$executeRaw`SELECT hold_months_of(${projectId}::uuid)`;
}

/** The project locked against others who change it, with what its forms show. */
export async function holdProject(tx: Tx, id: string) {
  await hold(tx, "projects", id);
  const project = await tx.project.findUnique({ where: { id }, select: { ...columns, version: true } });
  if (!project) throw new Refusal("INPUT_WRONG", { field: "projectId", case: "UNKNOWN_PROJECT" });
  const { version, ...before } = project;
  return { version, before };
}

export type HeldProject = Awaited<ReturnType<typeof holdProject>>;

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
  standing: true,
} as const;
