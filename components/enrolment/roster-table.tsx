import { useTranslations } from "next-intl";
import { Sheet } from "@/components/layout/sheet";
import type { Query } from "@/components/ui/address";
import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { Figure } from "@/components/ui/figure";
import { Link } from "@/components/ui/link";
import { Masked } from "@/components/ui/masked";
import { SortHeading } from "@/components/ui/sort-link";
import type { EnrolledPerson } from "@/lib/enrolment/queries/people";
import { enrolmentArrows } from "@/lib/enrolment/rules/states";
import { sitsInLessons } from "@/lib/trainee/rules/enrolment-states";
import { getTranslations } from "@/lib/wording/translations";
import { EnrolmentBadge } from "./enrolment-badge";

type Props = {
  cohortId: string;
  people: EnrolledPerson[];
  query: Query;
  sort: string;
  mayOpen: boolean;
  mayAct: boolean;
  /** Who may still be enrolled here, and by whom. */
  empty: "search" | "reader" | "over";
};

/** 学员花名册 in its prescribed columns; numbers masked, in pinyin order unless the address says otherwise. */
export async function RosterTable({ cohortId, people, query, sort, mayOpen, mayAct, empty }: Props) {
  const t = await getTranslations("enrolment.roster");
  const path = `/cohorts/${cohortId}/roster`;
  const arrived = people.filter(({ knownBy }) => knownBy).length;

  return (
    <Sheet
      title={t("title", { count: people.length })}
      note={t("note")}
      end={
        people.length > 0 && (
          <a href={`/cohorts/${cohortId}/arrivals`}>{t("arrivals", { arrived, away: people.length - arrived })}</a>
        )
      }
    >
      {people.length === 0 ? (
        <Empty
          lead={t(`none.${empty}`)}
          text={t(`noneText.${empty}`)}
          action={empty === "over" && <a href={`/cohorts/${cohortId}/applications`}>{t("applications")}</a>}
        />
      ) : (
        <div className="table-wrap">
          <table className="table cards">
            <caption className="sr-only">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col" className="num">
                  {t("columns.number")}
                </th>
                <SortHeading path={path} query={query} column="name" sort={sort}>
                  {t("columns.name")}
                </SortHeading>
                <th scope="col">{t("columns.sex")}</th>
                <th scope="col">{t("columns.ethnicity")}</th>
                <th scope="col">{t("columns.idNumber")}</th>
                <th scope="col">{t("columns.education")}</th>
                <th scope="col">{t("columns.category")}</th>
                <SortHeading path={path} query={query} column="village" sort={sort}>
                  {t("columns.township")}
                </SortHeading>
                <th scope="col">{t("columns.village")}</th>
                <th scope="col">{t("columns.phone")}</th>
                <th scope="col">{t("columns.registeredPoor")}</th>
                <th scope="col" className="num">
                  {t("columns.scheduled")}
                </th>
                <th scope="col" className="after-num">
                  {t("columns.arrival")}
                </th>
                <SortHeading path={path} query={query} column="state" sort={sort}>
                  {t("columns.state")}
                </SortHeading>
                {mayAct && (
                  <th scope="col" className="num">
                    {t("columns.act")}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {people.map((person, index) => (
                <RosterRow
                  key={person.id}
                  number={index + 1}
                  cohortId={cohortId}
                  person={person}
                  mayOpen={mayOpen}
                  mayAct={mayAct}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  );
}

type RowProps = { number: number; cohortId: string; person: EnrolledPerson; mayOpen: boolean; mayAct: boolean };

/** No promise of its own: thirty of them would cost a page of thirty rows a fifth of its processor. */
function RosterRow({ number, cohortId, person, mayOpen, mayAct }: RowProps) {
  const t = useTranslations("enrolment.roster");
  return (
    <tr>
      <td className="num">{number}</td>
      <th scope="row" className="card-name">
        <PersonLink person={person} mayOpen={mayOpen} />
        {!person.subsidised && <small className="muted">&ensp;{t("unsubsidised")}</small>}
        {person.staysAway && sitsInLessons(person.state) && (
          <>
            &ensp;<Badge kind="warn">{t("staysAway")}</Badge>
          </>
        )}
      </th>
      <td>{t("sex", { sex: person.sex })}</td>
      <td>{person.ethnicity}</td>
      <td className="card-below">
        <Masked>{person.idNumber}</Masked>
      </td>
      <td>{person.education ?? "–"}</td>
      <td>{person.category}</td>
      <td className="nowrap">{person.township}</td>
      <td className="nowrap">{person.village}</td>
      <td className="nowrap">{person.phone ?? person.villageContact}</td>
      <td>{t("yesNo", { yes: String(person.registeredPoor) })}</td>
      <td className="num" data-label={t("columns.scheduled")}>
        <Figure href={`/cohorts/${cohortId}/timetable`} zero={person.scheduled === 0}>
          {person.scheduled}
        </Figure>
      </td>
      <td className="nowrap after-num" data-label={t("columns.arrival")}>
        {person.knownBy ? (person.arrivedOn ?? t("ledger")) : <span className="muted">{t("away")}</span>}
      </td>
      <td className="nowrap card-side">
        <EnrolmentBadge state={person.state} />
        {person.transferTo && <small className="muted">&ensp;{t("wishes", { number: person.transferTo })}</small>}
      </td>
      {mayAct && (
        <td className="num card-below-side">
          <ActLink
            cohortId={cohortId}
            person={person}
            label={t(enrolmentArrows[person.state].length === 0 ? "look" : "act")}
          />
        </td>
      )}
    </tr>
  );
}

/** The name, which leads to the record of whoever may see it. */
export function PersonLink({ person, mayOpen }: { person: EnrolledPerson; mayOpen: boolean }) {
  if (!mayOpen) return person.name;
  return <Link href={`/trainees/${person.traineeId}`}>{person.name}</Link>;
}

/** The one way to everything that can be done with an enrolment. */
export function ActLink({ cohortId, person, label }: { cohortId: string; person: EnrolledPerson; label: string }) {
  return (
    <Link href={`/cohorts/${cohortId}/roster/${person.id}`}>
      {label}
      <span className="sr-only">{person.name}</span>
    </Link>
  );
}
