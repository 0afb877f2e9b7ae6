import { Tabs } from "@/components/ui/tabs";
import { getTranslations } from "@/lib/wording/translations";

const places = {
  overview: "/fund",
  projects: "/fund/projects",
  appropriations: "/fund/appropriations",
  disbursements: "/fund/disbursements",
  progress: "/fund/progress",
  plans: "/fund/plans",
  revenues: "/fund/revenues",
  outside: "/fund/outside",
  months: "/fund/months",
  approvals: "/fund/approvals",
} as const;

/** The lists of the aid money beside each other, on top of each of them; on phones they take as many lines as they need. */
export async function FundTabs({ current }: { current: keyof typeof places }) {
  const t = await getTranslations("money.tabs");
  const tabs = (Object.keys(places) as (keyof typeof places)[]).map((name) => ({ href: places[name], label: t(name) }));

  return <Tabs label={t("label")} tabs={tabs} current={places[current]} wraps />;
}
