import { redirect } from "next/navigation";
import { DoneBanner } from "@/components/command/done-banner";
import { Title } from "@/components/layout/title";
import { TraineeFilters } from "@/components/trainee/trainee-filters";
import { TraineeTable } from "@/components/trainee/trainee-table";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { Pagination } from "@/components/ui/pagination";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findTraineeChoices } from "@/lib/cohort/queries/choices";
import { listTrainees } from "@/lib/trainee/queries/list";
import { type TraineeFilter, traineeFilter } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("trainee.list");
  return { title: t("title") };
}

export default async function TraineesPage({ searchParams }: PageProps<"/trainees">) {
  const actor = await requireActor("trainee:view");
  const query = await searchParams;
  const filter = traineeFilter.parse(query);

  const [{ trainees, total, capped, searched }] = await Promise.all([
    listTrainees(filter),
    // What stands beside the list is asked while it is read.
    findTraineeChoices(actor.today),
  ]);
  const [only] = trainees;
  if (only && total === 1 && isSearchAlone(filter)) redirect(`/trainees/${only.id}?enrol=next`);

  const t = await getTranslations("trainee.list");
  return (
    <main className="main" id="main">
      <DoneBanner />
      <Title
        title={t(capped ? "many" : "count", { total })}
        note={t("note")}
        actions={
          may(actor.role, "trainee:create") && (
            <>
              {may(actor.role, "trainee:merge") && <ButtonLink href="/trainees/doubles">{t("doubles")}</ButtonLink>}
              <ButtonLink href="/trainees/import">{t("import")}</ButtonLink>
              <ButtonLink href="/trainees/new" main shortcut="n">
                {t("new")}
              </ButtonLink>
            </>
          )
        }
      />
      {filter.number && <Banner kind="info">{t(`number.${filter.number}`)}</Banner>}
      {searched && <Banner kind="info">{t("capped", { most: searched })}</Banner>}
      <section className="sheet" aria-label={t("title")}>
        <TraineeFilters actor={actor} filter={filter} />
        <TraineeTable actor={actor} filter={filter} query={query} trainees={trainees} />
        <Pagination path="/trainees" query={query} page={filter.page} size={filter.size} total={total} />
      </section>
    </main>
  );
}

/** Job A1: a search from the header that leads to one person goes straight there. */
const isSearchAlone = ({ q, page, ...others }: TraineeFilter): boolean =>
  q !== "" && page === 1 && !filters.some((name) => others[name]);

const filters = ["township", "category", "poor", "trained", "heldAt", "cohort", "state"] as const;
