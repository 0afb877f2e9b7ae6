import { getMessages } from "next-intl/server";
import type { Adjustment } from "@/lib/project/queries";
import { exactWan, formatYuan, inCapitals } from "@/lib/value/money";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** R73: what an adjustment changes, the old value beside the new one, and what money the project has; a sum to the last fen (R85). */
export async function AdjustmentChanges({ adjustment }: { adjustment: Adjustment }) {
  const [t, said, state, label, { money }] = await Promise.all([
    getTranslations("project.adjustment"),
    getTranslations("money"),
    getTranslations("state.standing"),
    labelsOf("adjustment"),
    getMessages(),
  ]);
  const { arranged, disbursed, completed } = adjustment.project;
  const shown = (name: string, value: Adjustment["changes"][number]["after"]) => {
    if (value === null || value === "") return t("nothing");
    if (name === "standing") return state(value as "ACTIVE");
    if (typeof value === "bigint") return `${exactWan(value)} ${money.amount.wan}`;
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    // A day is not broken at its hyphens.
    return value instanceof Date ? <span className="nowrap">{value.toISOString().slice(0, 10)}</span> : value;
  };
  const total = adjustment.changes.find(({ name }) => name === "totalInvestment")?.after;

  return (
    <>
      <table className="table">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("after")}</th>
          </tr>
        </thead>
        <tbody>
          {adjustment.changes.map(({ name, before, after }) => (
            <tr key={name}>
              <th scope="row">{label[name]}</th>
              <td className="as-written breaks">{shown(name, before)}</td>
              <td className="as-written breaks bold">{shown(name, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {typeof total === "bigint" && (
        <p className="small mt-2">{said("amountSaid", { yuan: formatYuan(total), capitals: inCapitals(total) })}</p>
      )}
      {adjustment.hasLargeTotal && <p className="small mt-2 warn-text">{money.doubts.LARGE_TOTAL}</p>}
      <p className="small muted mt-2">
        {t("sumsText", {
          arranged: exactWan(arranged),
          disbursed: exactWan(disbursed),
          completed: exactWan(completed),
        })}
      </p>
    </>
  );
}
