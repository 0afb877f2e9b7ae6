import { useTranslations } from "next-intl";
import { CohortBadge } from "@/components/cohort/cohort-badge";
import type { Query } from "@/components/ui/address";
import { Figure } from "@/components/ui/figure";
import { Link } from "@/components/ui/link";
import { SortHeading } from "@/components/ui/sort-link";
import type { CohortRow } from "@/lib/cohort/queries/list";
import { endAfter } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

type Props = { cohorts: CohortRow[]; query: Query; sort: string };

export async function CohortTable({ cohorts, query, sort }: Props) {
  const t = await getTranslations("cohort");
  const heading = { path: "/cohorts", query, sort };

  return (
    <table className="table cards">
      <caption className="sr-only">{t("list")}</caption>
      <thead>
        <tr>
          <SortHeading {...heading} column="number">
            {t("columns.number")}
          </SortHeading>
          <SortHeading {...heading} column="title">
            {t("columns.title")}
          </SortHeading>
          <th scope="col">{t("columns.course")}</th>
          <SortHeading {...heading} column="start">
            {t("columns.dates")}
          </SortHeading>
          <th scope="col">{t("columns.place")}</th>
          <SortHeading {...heading} column="confirmed" className="num">
            {t("columns.seats")}
          </SortHeading>
          <th scope="col" className="num">
            {t("columns.waiting")}
          </th>
          <SortHeading {...heading} column="state" className="after-num">
            {t("columns.state")}
          </SortHeading>
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => (
          <CohortLine cohort={cohort} key={cohort.id} />
        ))}
      </tbody>
    </table>
  );
}

function CohortLine({ cohort }: { cohort: CohortRow }) {
  const t = useTranslations("cohort");
  const { id, startsOn, endsOn, course } = cohort;
  const to = endAfter(startsOn, endsOn);

  return (
    <tr>
      <td className="nowrap">{cohort.number}</td>
      <th scope="row" className="card-name">
        <Link href={`/cohorts/${id}`}>{cohort.title}</Link>
      </th>
      <td>
        <Link href={`/courses/${course.id}`}>{course.name}</Link>
      </td>
      <td className="nowrap card-below">{t("facts.fromTo", { from: startsOn, to })}</td>
      <td>{cohort.atBase ? t("columns.base") : cohort.place}</td>
      <td className="num card-below-side">
        <Figure href={`/cohorts/${id}/roster`} zero={cohort.confirmed === 0}>
          {cohort.confirmed}
        </Figure>
        {` / ${cohort.seats}`}
      </td>
      <td className="num">
        <Figure href={`/cohorts/${id}/applications`} zero={cohort.waiting === 0}>
          {cohort.waiting}
        </Figure>
      </td>
      <td className="after-num card-side">
        <CohortBadge state={cohort.state} />
      </td>
    </tr>
  );
}
