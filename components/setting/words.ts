import { isLater, percentOf } from "@/lib/setting/rules";
import type { Day } from "@/lib/value/calendar";
import { lookUp } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Ground = { reason: string; documentNo: string | null };

/** The first values name the rules of our handbook; people read the regulation behind them. */
const ofHandbook = /^(R|GX)\d/;

/** A figure's name and its value with its unit; a figure this release has no words for is shown as it is. */
export async function settingWords() {
  const [say, t] = await Promise.all([lookUp("setting"), getTranslations("setting")]);
  const name = (key: string) => (say.has(`names.${key}`) ? say(`names.${key}`) : key);
  const value = (amount: number | null, unit: string | null) => {
    if (amount === null) return t("nothing");
    const key = `units.${unit}`;
    return unit && say.has(key) ? say(key, { value: amount, percent: percentOf(amount) }) : String(amount);
  };
  /** What stands behind an empty field: 万元, %, 天. */
  const unit = (name: string) => value(0, name).replace(/^0\s*/, "");
  const effect = (key: string) => (say.has(`effects.${key}`) ? say(`effects.${key}`) : "");
  const from = (day: string) => (day === "1900-01-01" ? t("always") : day);
  const ofCustom = (key: string, today: Day) => {
    const ground = say(`grounds.${key}`);
    return isLater(ground, today) ? t("later", { ground }) : ground;
  };
  /** Nobody decided in 2018 by a rule of 2022: what is younger than the day of the portal is told as what it is. */
  const ground = (key: string, { reason, documentNo }: Ground, today: Day) =>
    [ofHandbook.test(reason) && say.has(`grounds.${key}`) ? ofCustom(key, today) : reason, documentNo]
      .filter(Boolean)
      .join(" · ");
  return { name, value, unit, effect, from, ground };
}
