import { Badge } from "@/components/ui/badge";
import type { findSetting } from "@/lib/setting/queries";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { settingWords } from "./words";

type Props = {
  values: NonNullable<Awaited<ReturnType<typeof findSetting>>>["values"];
  settingKey: string;
  unit: string | null;
  today: Day;
};

/** Every value with the day it took or takes effect; the one in force is marked. */
export async function ValueTable({ values, settingKey, unit, today }: Props) {
  const [t, words] = await Promise.all([getTranslations("setting"), settingWords()]);
  const inForce = values.find(({ validFrom }) => validFrom <= today);
  return (
    <table className="table cards">
      <caption className="sr-only">{t("values")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.validFrom")}</th>
          <th scope="col" className="num">
            {t("columns.value")}
          </th>
          <th scope="col" className="after-num">
            {t("columns.state")}
          </th>
          <th scope="col">{t("columns.ground")}</th>
        </tr>
      </thead>
      <tbody>
        {values.map((one) => (
          <tr key={one.validFrom}>
            <th scope="row" className="card-name nowrap">
              {words.from(one.validFrom)}
            </th>
            <td className="num nowrap card-side">{words.value(one.value, unit)}</td>
            <td className="after-num card-below-side">
              {one === inForce ? (
                <Badge kind="ok">{t("inForce")}</Badge>
              ) : (
                <Badge kind={one.validFrom > today ? "warn" : "open"}>
                  {t(one.validFrom > today ? "coming" : "past")}
                </Badge>
              )}
            </td>
            <td className="card-below muted">{words.ground(settingKey, one, today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
