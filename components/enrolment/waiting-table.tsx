import type { ReactNode } from "react";
import { DemoTimes } from "@/components/base/demo-times";
import { Sheet } from "@/components/layout/sheet";
import { Masked } from "@/components/ui/masked";
import type { EnrolledPerson } from "@/lib/enrolment/queries/people";
import { minuteOfInstant } from "@/lib/value/clock";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { ActLink, PersonLink } from "./roster-table";
import { stoppedWords } from "./stopped";

type Props = {
  cohortId: string;
  people: EnrolledPerson[];
  /** Places are given in order until the first day. */
  started: boolean;
  mayOpen: boolean;
  mayAct: boolean;
  /** Beside the title: the papers of the list. */
  end?: ReactNode;
};

/** 候补, in the order in which freed places are given; whom a rule stopped stands there with the reason. */
export async function WaitingTable({ cohortId, people, started, mayOpen, mayAct, end }: Props) {
  const [t, row, label, stopped] = await Promise.all([
    getTranslations("enrolment.waiting"),
    getTranslations("enrolment.roster"),
    labelsOf("enrolment"),
    stoppedWords(),
  ]);
  if (people.length === 0) return null;

  return (
    <Sheet title={t("title", { count: people.length })} note={t("note", { started: String(started) })} end={end}>
      <table className="table cards">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t("order")}
            </th>
            <th scope="col">{row("columns.name")}</th>
            <th scope="col">{row("columns.sex")}</th>
            <th scope="col">{row("columns.idNumber")}</th>
            <th scope="col">{row("columns.township")}</th>
            <th scope="col">{row("columns.village")}</th>
            <th scope="col">{t("since")}</th>
            <th scope="col">{label.waitStopped}</th>
            {mayAct && (
              <th scope="col" className="num">
                {row("columns.act")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((person, index) => (
            <tr key={person.id}>
              <td className="num">{index + 1}</td>
              <th scope="row" className="card-name">
                <PersonLink person={person} mayOpen={mayOpen} />
              </th>
              <td>{row("sex", { sex: person.sex })}</td>
              <td className="card-below">
                <Masked>{person.idNumber}</Masked>
              </td>
              <td className="nowrap">{person.township}</td>
              <td className="nowrap">{person.village}</td>
              <td className="nowrap card-below-side">{minuteOfInstant(person.appliedAt)}</td>
              <td>{person.waitStopped && stopped(person.waitStopped)}</td>
              {mayAct && (
                <td className="num card-side">
                  <ActLink cohortId={cohortId} person={person} label={t("act")} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <DemoTimes />
    </Sheet>
  );
}
