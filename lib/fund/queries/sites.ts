import "server-only";
import { db, snapshot, type Tx } from "@/lib/database/db";
import { listProjectSums, type ProjectRow } from "@/lib/fund/queries/projects";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";

/** The page of sites: the projects of the filter and their sites, read at one instant (I25). */
export const readSites = (filter: FundFilter, onlyFinished: boolean) =>
  snapshot(async (tx) => {
    const projects = await listProjectSums(filter, tx);
    return { projects, sites: await listSites(projects, filter, onlyFinished, tx) };
  });

/** The building sites of projects as of a day, in the order of the projects, or only those finished by then. */
export async function listSites(projects: ProjectRow[], { asOf }: FundFilter, onlyFinished: boolean, tx: Tx = db) {
  const found = await tx.projectSite.findMany({
    where: {
      projectId: { in: projects.map(({ id }) => id) },
      ...(onlyFinished && { finishedOn: { lte: dateFromDay(asOf) } }),
    },
    orderBy: { number: "asc" },
    select: { id: true, projectId: true, number: true, name: true, finishedOn: true },
  });
  return projects.flatMap((project) =>
    found
      .filter(({ projectId }) => projectId === project.id)
      .map(({ finishedOn, projectId: _, ...site }) => {
        const day = finishedOn && dayFromDate(finishedOn);
        return {
          ...site,
          project: { id: project.id, name: project.name },
          finishedOn: day && day <= asOf ? day : null,
        };
      }),
  );
}

export type SiteRow = Awaited<ReturnType<typeof listSites>>[number];
