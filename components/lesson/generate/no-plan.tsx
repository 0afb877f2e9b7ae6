import { Banner } from "@/components/ui/banner";
import type { Generated } from "@/lib/lesson/queries/generate";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  plan: Generated | null;
  issues: readonly { path: readonly PropertyKey[] }[];
  endsOn: string;
};

/** Why nothing was laid out: what is not filled in, a day that would be too long (R41), a plan that stands already, or no day left. */
export async function NoPlan({ plan, issues, endsOn }: Props) {
  const [t, label] = await Promise.all([getTranslations("lesson"), labelsOf("lesson")]);
  return (
    <Banner kind="warn">
      <p>{said()}</p>
    </Banner>
  );

  function said(): string {
    if (!plan) {
      const names = [...new Set(issues.map(({ path }) => String(path[0])))];
      const fields = names.map((name) => label[(columns[name] ?? name) as "title"]).join(t("clash.between"));
      return t("repeat.incomplete", { fields });
    }
    if (plan.load.periods > plan.load.most) return t("generate.tooHeavy", plan.load);
    const left = plan.short.THEORY + plan.short.PRACTICE;
    return left === 0 ? t("generate.nothingLeft") : t("generate.noDays", { endsOn });
  }
}

/** The times of both half-days stand under one label. */
const columns: Record<string, string> = { amFrom: "slots", amTo: "slots", pmFrom: "slots", pmTo: "slots" };
