import { projectOf } from "@/lib/fund/rules/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { getTranslations } from "@/lib/wording/translations";

/** What a record is about: its project, what was given beside the fund, or its year. */
export async function whatOf(record: MoneyRecord): Promise<string> {
  const t = await getTranslations("money");
  const project = projectOf(record);
  if (project) return t("projectNamed", project);
  return record.kind === "outside" ? record.item : t("yearNamed", { year: record.year });
}
