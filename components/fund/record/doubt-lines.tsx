import { Link } from "@/components/ui/link";
import type { Doubt } from "@/lib/fund/queries/second-look";
import { type WarningName, warningNames } from "@/lib/fund/rules/second-look";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { getTranslations } from "@/lib/wording/translations";

/** R69, R71: what the writer ticked and what is to be looked at by now, for the approver; the record that says the same is linked. */
export async function DoubtLines({ record, doubt }: { record: MoneyRecord; doubt: Doubt | undefined }) {
  const t = await getTranslations("money.doubts");
  const now = new Set<string>([...record.warnings, ...(doubt?.warnings ?? [])]);
  const names = warningNames.filter((name) => now.has(name));
  if (names.length === 0) return null;

  const ticked = (name: WarningName) => record.warnings.includes(name);
  return (
    <ul className="small mt-2 bullets warn-text" data-warnings={names.join(" ")}>
      {names.map((name) => (
        <li key={name}>
          {t(name)}
          <span className="muted">{t(ticked(name) ? "ticked" : "since")}</span>
          {name === "DUPLICATE" && doubt?.earlier && (
            <Link className="block" href={doubt.earlier.href}>
              {t("earlier", { day: doubt.earlier.datedOn, paper: doubt.earlier.documentNo })}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
