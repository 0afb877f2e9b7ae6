import { projectOf } from "@/lib/fund/rules/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** What a draft was begun for stays: its project, its year or its ledger travel along and are only shown. */
export async function FixedFields({ draft }: { draft: MoneyRecord }) {
  const { kind, year } = draft;
  const [t, label] = await Promise.all([getTranslations("money"), labelsOf(kind)]);
  const project = projectOf(draft);
  const shown: [label: string, value: string][] = [];
  const hidden: [name: string, value: string][] = [];

  if (project) {
    shown.push([label.projectId, t("projectNamed", project)]);
    hidden.push(["projectId", project.id]);
  } else if (draft.kind === "outside") {
    const { ledger, isPlanned } = draft;
    shown.push([label.ledger, t(isPlanned ? "ledgerPlanned" : "ledgerNamed", { ledger: t(`ledgers.${ledger}`) })]);
    hidden.push(["ledger", ledger], ...(isPlanned ? [["isPlanned", "on"] as [string, string]] : []));
  } else {
    shown.push([label.year, t("yearNamed", { year })]);
    hidden.push(["year", String(year)]);
  }

  return (
    <dl className="whole field wide">
      {shown.map(([label, value]) => (
        <div key={label}>
          <dt className="bold">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
    </dl>
  );
}
