import { projectsAddress } from "@/components/fund/address";
import { AsOfNotice } from "@/components/fund/as-of-notice";
import { FilterSaid } from "@/components/fund/filter-said";
import { SiteTable } from "@/components/fund/project/site-table";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { Empty } from "@/components/ui/empty";
import { requireActor } from "@/lib/auth/actor";
import { readSites } from "@/lib/fund/queries/sites";
import { readFundFilter } from "@/lib/fund/schema/filter";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("fund.sites"))("title") };
}

/** The building sites behind a count of them: 4 座, of which 2 座 are finished. */
export default async function SitesPage({ searchParams }: PageProps<"/fund/sites">) {
  const { today } = await requireActor("dashboard:fund");
  const address = await searchParams;
  const filter = readFundFilter(address, today);
  const onlyFinished = address.sites === "finished";
  const [t, { projects, sites }] = await Promise.all([getTranslations("fund"), readSites(filter, onlyFinished)]);

  return (
    <main className="main" id="main">
      <Crumb href={projectsAddress(filter)} list={t("projects.title")} here={t("sites.title")} />
      <Title
        title={t(onlyFinished ? "sites.finishedCount" : "sites.count", { count: sites.length })}
        note={<FilterSaid filter={filter} projects={projects} />}
      />
      <AsOfNotice query={address} today={today} shown={filter.asOf} />
      <div className="sheet">
        {sites.length > 0 ? (
          <SiteTable sites={sites} filter={filter} onlyFinished={onlyFinished} />
        ) : (
          <Empty lead={t("sites.none")} />
        )}
      </div>
    </main>
  );
}
