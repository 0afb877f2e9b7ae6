import { getMessages } from "next-intl/server";
import { listRevenuesInForce } from "@/lib/fund/queries/standard";
import { aidStandard } from "@/lib/fund/rules/standard";
import type { Change } from "@/lib/setting/queries";
import { firstYearOf, rateKey } from "@/lib/setting/rules";
import { exactWan } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

/** What a change of the rate is measured by: the rate of now and the revenues that are known, the latest first (fen as text). */
export type RateEffect = { rate: number; revenues: { year: number; fen: string }[] };

export async function findRateEffect(key: string, rate: number): Promise<RateEffect | undefined> {
  if (key !== rateKey) return undefined;
  return { rate, revenues: (await listRevenuesInForce()).map(({ year, amount }) => ({ year, fen: String(amount) })) };
}

/** R61: what a proposed rate makes of the first standard it applies to; of other figures, what they are for. */
export async function effectOf({ key, validFrom, value, previous }: Change): Promise<string> {
  const [t, { setting }] = await Promise.all([getTranslations("setting.rate"), getMessages()]);
  const words: Record<string, string> = setting.effects;
  if (key !== rateKey) return words[key] ?? "";
  const year = firstYearOf(validFrom);
  const revenues = await listRevenuesInForce();
  const of = revenues.find((one) => one.year === year - 1) ?? revenues[0];
  if (!of) return t("unknown", { year: String(year) });
  const due = (rate: number) => exactWan(aidStandard(of.amount, BigInt(rate)));
  return t("effect", { year: String(year), of: String(of.year), before: due(previous ?? 0), after: due(value) });
}
