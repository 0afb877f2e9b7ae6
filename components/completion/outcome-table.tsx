import { OutcomeRow } from "@/components/completion/outcome-row";
import type { CompletionRow } from "@/lib/completion/queries/people";
import type { ExamPart } from "@/lib/completion/rules";
import { getTranslations } from "@/lib/wording/translations";

type Props = { people: CompletionRow[]; parts: ExamPart[]; cohortId: string; mayAct: boolean };

/** Attendance, marks and outcome of each, with the reason; a name and a village, because names are not unique here. */
export async function OutcomeTable({ people, parts, cohortId, mayAct }: Props) {
  const t = await getTranslations("completion");
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption className="sr-only">{t("outcome.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t("columns.number")}
            </th>
            <th scope="col">{t("columns.name")}</th>
            {(["scheduled", "attended", "rate", ...parts] as const).map((column) => (
              <th scope="col" className="num" key={column}>
                {t(`columns.${column}`)}
              </th>
            ))}
            <th scope="col" className="after-num">
              {t("columns.outcome")}
            </th>
            <th scope="col">{t("columns.certificate")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, index) => (
            <OutcomeRow
              key={person.id}
              number={index + 1}
              person={person}
              parts={parts}
              href={mayAct ? `/cohorts/${cohortId}/roster/${person.id}` : undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
