import { LookupSearch } from "@/components/search/lookup-search";
import type { Hit } from "@/components/search/use-hits";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { listEnrolled } from "@/lib/enrolment/queries/enrolled";
import { findTrainees, searchTrainees, type TraineeHit } from "@/lib/trainee/queries/search";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  cohort: Pick<CohortRecord, "id">;
  query: string;
  /** Whose number was searched for; nobody's is an empty list. */
  person?: string[] | undefined;
  chosen?: string | undefined;
};

/** The search of the enrol panel: as a combobox with script, as a list of links without it. */
export async function EnrolSearch({ cohort, query, person, chosen }: Props) {
  const t = await getTranslations("enrolment.search");
  const path = `/cohorts/${cohort.id}/roster`;

  return (
    <LookupSearch
      path={path}
      url={`${path}/hits`}
      label={t("label")}
      placeholder={t("placeholder")}
      query={query || chosen}
      hits={
        person ? await listHitsOf(cohort.id, await findTrainees(person)) : query ? await listHits(cohort.id, query) : []
      }
      shortcut="e"
    />
  );
}

/** Who was found, who of them is in the cohort already, and at the end the way to somebody new. */
export async function listHits(cohortId: string, query: string): Promise<Hit[]> {
  return listHitsOf(cohortId, await searchTrainees(query, 8), query);
}

/** The same of people who are known; a number is no name, so it does not go along to somebody new. */
export async function listHitsOf(cohortId: string, people: TraineeHit[], query = ""): Promise<Hit[]> {
  const t = await getTranslations("enrolment.search");
  const enrolled = await listEnrolled(
    cohortId,
    people.map(({ id }) => id),
  );
  const known = people.map(({ id, name, sex, birthYear, township, village, lastFour }) => ({
    id,
    title: name,
    detail: t("detail", {
      sex,
      birthYear: String(birthYear),
      place: `${township}${village}`,
      enrolled: String(enrolled.has(id)),
    }),
    code: `…${lastFour}`,
    href: `/cohorts/${cohortId}/roster?who=${id}`,
    disabled: enrolled.has(id),
  }));
  return [
    ...known,
    query
      ? { id: "new", title: t("new", { query }), href: `/cohorts/${cohortId}/walk-in?q=${encodeURIComponent(query)}` }
      : { id: "new", title: t("newPlain"), href: `/cohorts/${cohortId}/walk-in` },
  ];
}
