import type { Query } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { Masked } from "@/components/ui/masked";
import { SortHeading } from "@/components/ui/sort-link";
import type { Actor } from "@/lib/auth/actor";
import { findTraineeChoices } from "@/lib/cohort/queries/choices";
import type { listTrainees } from "@/lib/trainee/queries/list";
import type { TraineeFilter } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";
import { NoTrainees } from "./no-trainees";

type Trainees = Awaited<ReturnType<typeof listTrainees>>["trainees"];
type Props = { actor: Actor; filter: TraineeFilter; query: Query; trainees: Trainees };

/** A page of the register; on phones each person is a card of name, last four, village and category. */
export async function TraineeTable({ actor, filter, query, trainees }: Props) {
  if (trainees.length === 0) return <NoTrainees actor={actor} filter={filter} />;

  const [t, state, { category }] = await Promise.all([
    getTranslations("trainee"),
    getTranslations("state.enrolment"),
    findTraineeChoices(actor.today),
  ]);
  const heading = { path: "/trainees", query, sort: filter.sort };
  return (
    <div className="table-wrap xl:overflow-visible">
      <table className="table cards">
        <caption className="sr-only">{t("list.caption")}</caption>
        <thead className="xl:sticky xl:top-(--header) xl:z-2">
          <tr>
            <SortHeading {...heading} column="name">
              {t("list.columns.name")}
            </SortHeading>
            <th scope="col">{t("list.columns.now")}</th>
            <th scope="col">{t("list.columns.sex")}</th>
            <SortHeading {...heading} column="birth">
              {t("list.columns.birth")}
            </SortHeading>
            <th scope="col">{t("list.columns.idNumber")}</th>
            <th scope="col">{t("list.columns.village")}</th>
            <th scope="col">{t("list.columns.category")}</th>
            <th scope="col">{t("list.columns.phone")}</th>
            <th scope="col">{t("list.columns.poor")}</th>
            <SortHeading {...heading} column="registered">
              {t("list.columns.registered")}
            </SortHeading>
          </tr>
        </thead>
        <tbody>
          {trainees.map((trainee) => (
            <tr key={trainee.id}>
              <th scope="row" className="card-name">
                <Link href={`/trainees/${trainee.id}`}>{trainee.name}</Link>
              </th>
              <td>
                {trainee.now.map(({ cohort, state: now }) => (
                  <p className="nowrap" key={cohort.id}>
                    <Link href={`/cohorts/${cohort.id}`}>{cohort.number}</Link>
                    &ensp;
                    {state(now)}
                  </p>
                ))}
              </td>
              <td>{t(`sex.${trainee.sex}`)}</td>
              <td className="nowrap">{trainee.birthDay}</td>
              <td className="card-side">
                <Masked>{trainee.idNumber}</Masked>
              </td>
              <td className="card-below">
                {trainee.township}
                <wbr />
                {trainee.village}
              </td>
              <td className="card-below-side">{category(trainee.category)}</td>
              <td>{trainee.phone && <Masked>{trainee.phone}</Masked>}</td>
              <td>{t(trainee.registeredPoor ? "yes" : "no")}</td>
              <td className="nowrap">{trainee.registeredOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
