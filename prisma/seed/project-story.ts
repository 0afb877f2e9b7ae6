import { db } from "@/lib/database/db";
import { recordAppropriation, recordDisbursement, recordProgress } from "@/lib/fund/commands/record";
import { adjustProject } from "@/lib/project/commands/adjust";
import { createProject } from "@/lib/project/commands/edit";
import { finishSite, reportProject } from "@/lib/project/commands/report";
import { addDays, type Day, day } from "@/lib/value/calendar";
import { type Fen, parseWan } from "@/lib/value/money";
import type { ProjectState } from "@/prisma/generated/enums";
import { agreed } from "./fund-story";
import type { DemoProject } from "./projects";
import type { Cast } from "./story";

/** A sum of the demo, written in 万元, in fen. */
export const wan = (typed: string): Fen => parseWan(typed) ?? 0n;

export const handedIn = { intent: "SUBMIT" } as const;

/** One project from the plan to where the demo finds it, day after day; gives its id. */
export async function carryOut(cast: Cast, year: number, project: DemoProject): Promise<string> {
  const on = (date: string): Day => day(`${year}-${date}`);
  const officer = (date: string) => cast("aid", on(date));
  const { id } = await createProject(officer(project.arrangedOn), inputOf(project, year));
  await arrange(cast, year, project, id);
  await report(cast, year, id, { on: project.startedOn, state: "UNDER_WAY", physicalProgress: 5 });

  const handsOver = year < 2018;
  const events = [
    ...project.paid.map(([date, amount]) => ({ date, act: () => pay(cast, on(date), project, id, amount) })),
    ...project.completed.map(([date, amount]) => ({ date, act: () => complete(cast, on(date), id, amount) })),
    ...(project.finishedOn
      ? [{ date: project.finishedOn, act: () => finish(cast, year, project, id, handsOver) }]
      : []),
  ];
  for (const { act } of events.sort((one, other) => one.date.localeCompare(other.date))) await act();

  for (const site of project.sites ?? []) {
    if (!site.finishedOn) continue;
    const row = await db.projectSite.findFirstOrThrow({
      where: { projectId: id, name: site.name },
      select: { id: true },
    });
    await finishSite(officer(site.finishedOn), { projectId: id, siteId: row.id, finishedOn: on(site.finishedOn) });
  }
  if (!project.finishedOn)
    await report(cast, year, id, {
      on: project.finishedNextYear ? "12-15" : "08-15",
      state: "UNDER_WAY",
      physicalProgress: project.progress ?? 0,
      problem: project.problem ?? "",
    });
  return id;
}

const inputOf = ({ code, name, category, site, target, arranged, ...project }: DemoProject, year: number) => ({
  code,
  name,
  category,
  isEmploymentRelated: project.isEmploymentRelated ?? false,
  isConstruction: project.isConstruction ?? false,
  planYear: project.planYear ?? year,
  implementYear: year,
  site,
  content: target,
  implementingUnit: "得荣县项目实施单位",
  target,
  totalInvestment: wan(arranged),
  dueOn: day(project.dueOn ?? `${year}-12-31`),
  sites: (project.sites ?? []).map(({ name }) => name),
});

const arrange = (cast: Cast, year: number, { arranged, arrangedOn, code }: DemoProject, projectId: string) =>
  agreed(cast, day(`${year}-${arrangedOn}`), "appropriation", (officer, datedOn) =>
    recordAppropriation(officer, {
      ...handedIn,
      ...{ projectId, amount: wan(arranged), datedOn, note: "" },
      documentNo: `青援藏〔${year}〕${Number(code.slice(4)) + 1}号（示意）`,
    }),
  );

/** Papers are numbered anew each year. */
const payments = new Map<string, number>();

function pay(cast: Cast, on: Day, { exception }: DemoProject, projectId: string, amount: string) {
  const year = on.slice(0, 4);
  payments.set(year, (payments.get(year) ?? 0) + 1);
  const documentNo = `青援拨〔${year}〕${payments.get(year)}号（示意）`;
  return agreed(cast, on, "disbursement", (officer) =>
    recordDisbursement(officer, {
      ...handedIn,
      ...{ projectId, amount: wan(amount), datedOn: on, documentNo, payee: "得荣县财政局", account: "COUNTY" },
      ...{ exceptionReason: exception || undefined, note: "" },
    }),
  );
}

const complete = (cast: Cast, on: Day, projectId: string, amount: string) =>
  recordProgress(cast("aid", on), {
    ...{ projectId, amount: wan(amount), datedOn: on, note: "" },
    documentNo: `进度表 ${on.slice(0, 7)}（示意）`,
  });

/** The base: finished before the trial run of June 2018, accepted and handed over before it opened. */
export async function handOverBase(cast: Cast, projectId: string): Promise<void> {
  const documentNo = "得验〔2018〕1号（示意）";
  const steps: Omit<Report, "physicalProgress">[] = [
    { on: "06-15", state: "FINISHED" },
    { on: "08-10", state: "ACCEPTED", documentNo },
    { on: "08-20", state: "HANDED_OVER", documentNo },
  ];
  for (const step of steps) await report(cast, 2018, projectId, { ...step, physicalProgress: 100 });
}

/** Finished; in the earlier years accepted and handed over within three weeks, so that the last part may be paid (R70). */
async function finish(
  cast: Cast,
  year: number,
  { finishedOn = "", code }: DemoProject,
  id: string,
  handsOver: boolean,
) {
  await report(cast, year, id, { on: finishedOn, state: "FINISHED", physicalProgress: 100 });
  if (!handsOver) return;
  const paper = `得验〔${year}〕${code}（示意）`;
  for (const [days, state] of [
    [15, "ACCEPTED"],
    [20, "HANDED_OVER"],
  ] as const) {
    const date = addDays(day(`${year}-${finishedOn}`), days).slice(5);
    await report(cast, year, id, { on: date, state, physicalProgress: 100, documentNo: paper });
  }
}

type Report = { on: string; state: ProjectState; physicalProgress: number; problem?: string; documentNo?: string };

function report(cast: Cast, year: number, projectId: string, { on, problem = "", ...rest }: Report) {
  const datedOn = day(`${year}-${on}`);
  return reportProject(cast("aid", datedOn), { projectId, datedOn, problem, ...rest });
}

/** 示意: a project that will not be ready in time asks for a later day; the leader has not decided yet (R73). */
export async function askForLaterDay(cast: Cast, projectId: string): Promise<void> {
  const { version, isConstruction, target, totalInvestment, site, content } = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { version: true, isConstruction: true, target: true, totalInvestment: true, site: true, content: true },
  });
  await adjustProject(cast("aid", day("2018-08-21")), {
    ...handedIn,
    ...{ projectId, version, datedOn: day("2018-08-21"), documentNo: "县水务局〔2018〕12号（示意）" },
    ...{ reason: "其余两座站址冻土层厚，推迟完工", dueOn: day("2020-06-30"), standing: "ACTIVE" },
    ...{ isConstruction, target, totalInvestment, site, content },
  });
}
