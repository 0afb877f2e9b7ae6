import { tallyColumns } from "@/lib/report/sheet/tally-cells";
import { lookUp } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

const columns = ["seats", ...Object.keys(tallyColumns)];

/** What each column of the reports of completion counts, in the words of docs/figures.md. */
export async function Definitions() {
  const [t, words] = await Promise.all([getTranslations("completion.year"), lookUp("report")]);
  return (
    <details className="more">
      <summary>{t("definitions")}</summary>
      <dl className="grid gap-x-10 gap-y-2 md:grid-cols-2">
        {columns.map((name) => (
          <div key={name}>
            <dt>{words(`kinds.year-report.columns.${name}`)}</dt>
            <dd className="muted">{words(`definitions.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
