import { projectsAddress } from "@/components/fund/address";
import { Count } from "@/components/fund/sum";
import type { ProjectRow } from "@/lib/fund/queries/projects";
import { type FundFilter, sinceOfLate } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

/** On the meeting screen: how many projects are late, and their names. */
export async function LateList({ projects, filter }: { projects: ProjectRow[]; filter: FundFilter }) {
  const t = await getTranslations("fund");
  return (
    <>
      <h2>
        {t("screen.late")}{" "}
        <Count
          figure="projects"
          href={projectsAddress(filter, { since: sinceOfLate(filter.year), late: "yes" })}
          count={projects.length}
        />
      </h2>
      <p>
        {projects.map(({ name }) => name).join(t("split.comma"))}
        {projects.length > 0 && t("split.stop")}
      </p>
    </>
  );
}
