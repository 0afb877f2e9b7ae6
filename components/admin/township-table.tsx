import { Badge } from "@/components/ui/badge";
import { More } from "@/components/ui/more";
import type { listDivisions } from "@/lib/place/queries";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = { townships: Awaited<ReturnType<typeof listDivisions>>; today: Day };

/** Every township with its villages behind a word; one that was merged names where it went. */
export async function TownshipTable({ townships, today }: Props) {
  const t = await getTranslations("division");
  const day = (of: Day) => (of === "1900-01-01" ? t("always") : of);
  const end = (of: Day | null) => of ?? t("open");
  const inForce = ({ validFrom, validTo }: { validFrom: Day; validTo: Day | null }) =>
    validFrom <= today && (validTo === null || validTo >= today);

  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("township")}</th>
          <th scope="col">{t("code")}</th>
          <th scope="col">{t("span")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("villages")}</th>
        </tr>
      </thead>
      <tbody>
        {townships.map((township) => (
          <tr key={township.code} id={township.code}>
            <th scope="row" className="card-name align-top">
              {township.name}
              <p className="small muted">{township.pinyin}</p>
            </th>
            <td className="align-top">{township.code}</td>
            <td className="nowrap align-top card-below">
              {t("fromTo", { from: day(township.validFrom), to: end(township.validTo) })}
            </td>
            <td className="card-side align-top">
              {inForce(township) ? (
                <Badge kind="ok">{t("inForce")}</Badge>
              ) : (
                <Badge>{township.successor ? t("mergedInto", { name: township.successor }) : t("notInForce")}</Badge>
              )}
            </td>
            <td className="align-top card-below-side">
              <More summary={t("villageCount", { count: township.villages.length })}>
                <ul className="small">
                  {township.villages.map((village) => (
                    <li key={village.code} id={village.code}>
                      {inForce(village)
                        ? t("village", { code: village.code.slice(-3), name: village.name })
                        : t("villageSpan", {
                            code: village.code.slice(-3),
                            name: village.name,
                            from: day(village.validFrom),
                            to: end(village.validTo),
                          })}
                    </li>
                  ))}
                </ul>
              </More>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
