import { Banner } from "@/components/ui/banner";
import { shortPart } from "@/lib/cohort/rules/opening";
import type { Generated } from "@/lib/lesson/queries/generate";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  plan: Generated;
  cohort: { endsOn: string; course: { minPeriods: number } };
  /** R43, in percent. */
  leastShare: number;
  /** The form of the cohort with another last day, for who may edit it now. */
  editHref: ((endsOn: string) => string) | undefined;
};

const rows = ["THEORY", "PRACTICE"] as const;
const columns = ["planned", "stands", "laid", "short"] as const;

/** The course's plan, what stands, what this plan adds and what is then still lacking. */
export async function PlanSums({ plan }: Pick<Props, "plan">) {
  const t = await getTranslations("lesson");

  return (
    <table className="table">
      <caption className="sr-only">{t("generate.sums")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("generate.kind")}</th>
          {columns.map((name) => (
            <th scope="col" className="num" key={name}>
              {t(`generate.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`kind.${kind}`)}</th>
            {columns.map((name) => (
              <td className="num" key={name}>
                {plan[name][kind]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("generate.total")}</th>
          {columns.map((name) => (
            <td className="num" key={name}>
              {plan[name].THEORY + plan[name].PRACTICE}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** R41–R43 and the days that do not suffice, as advice before anything is booked. */
export async function PlanAdvice({ plan, cohort, leastShare, editHref }: Props) {
  const t = await getTranslations("lesson.generate");
  const { stands, laid, short, enoughBy, load } = plan;
  const [theory, practice] = [stands.THEORY + laid.THEORY, stands.PRACTICE + laid.PRACTICE];
  const lacking = short.THEORY + short.PRACTICE;
  const part = shortPart(theory, practice, leastShare);
  const least = cohort.course.minPeriods;

  return (
    <>
      {lacking > 0 && (
        <Banner kind="warn" lead={t("shortLead", { lacking })}>
          <p>
            {enoughBy
              ? t("enoughBy", { endsOn: cohort.endsOn, enoughBy })
              : t("neverEnough", { endsOn: cohort.endsOn })}{" "}
            {enoughBy && editHref && <a href={editHref(enoughBy)}>{t("extend", { enoughBy })}</a>}
          </p>
        </Banner>
      )}
      {(theory + practice < least || part || load.periods > load.much) && (
        <Banner kind="warn" lead={t("adviceLead")}>
          <ul className="bullets">
            {theory + practice < least && <li>{t("belowLeast", { planned: theory + practice, least })}</li>}
            {part && <li>{t(`${part}Short`, { percent: leastShare })}</li>}
            {load.periods > load.much && <li>{t("heavy", load)}</li>}
          </ul>
        </Banner>
      )}
    </>
  );
}
