import { CohortFilters } from "@/components/cohort/cohort-filters";
import { CohortTable } from "@/components/cohort/cohort-table";
import { DoneBanner } from "@/components/command/done-banner";
import { Title } from "@/components/layout/title";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty, NothingFound } from "@/components/ui/empty";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listCohorts } from "@/lib/cohort/queries/list";
import { cohortListQuery } from "@/lib/cohort/schema";
import { findCourse } from "@/lib/course/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("cohort"))("list") };
}

export default async function CohortsPage({ searchParams }: PageProps<"/cohorts">) {
  const actor = await requireActor("cohort:view");
  const address = await searchParams;
  const query = cohortListQuery.parse(address);
  const [t, state, { total, held, free, cohorts }, course] = await Promise.all([
    getTranslations("cohort"),
    getTranslations("state.cohort"),
    listCohorts(query),
    query.course ? findCourse(query.course) : null,
  ]);
  const used = [
    query.q,
    query.year && t("filter.yearOf", { year: String(query.year) }),
    query.state && state(query.state),
    course?.name,
    query.heldAt && t(`heldAt.${query.heldAt}`),
  ].flatMap((one) => one || []);
  const create = may(actor.role, "cohort:draft") && (
    <ButtonLink main href="/cohorts/new" shortcut="n">
      {t("new")}
    </ButtonLink>
  );

  return (
    <main className="main" id="main">
      <DoneBanner />
      <Title title={t("total", { total })} actions={create} />
      <div className="sheet">
        <CohortFilters query={query} inUse={used.length > 0} />
        {cohorts.length > 0 && (
          <>
            <CohortTable cohorts={cohorts} query={address} sort={query.sort} />
            <p className="sheet-note">
              {t.rich("sums", {
                held,
                free,
                heldSum: (text) => <b data-sum="held">{text}</b>,
                freeSum: (text) => <b data-sum="free">{text}</b>,
              })}
            </p>
          </>
        )}
        {cohorts.length === 0 && used.length > 0 && (
          <NothingFound lead={t("empty.found")} filters={used} clear="/cohorts" />
        )}
        {cohorts.length === 0 && used.length === 0 && <Empty lead={t("empty.lead")} text={t("empty.text")} />}
        <Pagination path="/cohorts" query={address} page={query.page} size={query.size} total={total} />
      </div>
    </main>
  );
}
