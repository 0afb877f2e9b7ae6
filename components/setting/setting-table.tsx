import { Link } from "@/components/ui/link";
import type { Setting } from "@/lib/setting/queries";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { settingWords } from "./words";

type Props = { settings: Setting[]; caption: string; today: Day };

/** The figures of one domain: in force since when, on which ground, and what comes next. */
export async function SettingTable({ settings, caption, today }: Props) {
  const [t, words] = await Promise.all([getTranslations("setting"), settingWords()]);
  return (
    <table className="table cards">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.name")}</th>
          <th scope="col" className="num">
            {t("columns.value")}
          </th>
          <th scope="col" className="after-num">
            {t("columns.validFrom")}
          </th>
          <th scope="col">{t("columns.next")}</th>
          <th scope="col">{t("columns.ground")}</th>
        </tr>
      </thead>
      <tbody>
        {settings.map(({ key, unit, value, validFrom, nextValue, nextFrom, reason, documentNo }) => (
          <tr key={key}>
            <th scope="row" className="card-name">
              <Link href={`/admin/parameters/${key}`}>{words.name(key)}</Link>
              <p className="small muted">{words.effect(key)}</p>
            </th>
            <td className="num nowrap card-side">{words.value(value, unit)}</td>
            <td className="nowrap after-num card-below" data-label={t("columns.validFrom")}>
              {words.from(validFrom)}
            </td>
            <td className="nowrap">
              {nextFrom ? (
                t("next", { day: nextFrom, value: words.value(nextValue, unit) })
              ) : (
                <span className="muted">{t("unchanged")}</span>
              )}
            </td>
            <td className="muted">{words.ground(key, { reason, documentNo }, today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
