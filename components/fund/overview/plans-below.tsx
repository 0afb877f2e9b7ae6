import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { Link } from "@/components/ui/link";
import type { Actor } from "@/lib/auth/actor";
import { mayPropose } from "@/lib/auth/permissions";
import type { PlanBelow } from "@/lib/fund/queries/below";
import { exactWan } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

/** R63: what the aid office has to do about plans below a corrected standard; nothing where there are none. */
export async function PlansBelow({ plans }: { plans: PlanBelow[] }) {
  if (plans.length === 0) return null;

  const t = await getTranslations("money.below");
  return (
    <Sheet title={t("title", { count: plans.length })}>
      <ul className="todo">
        {plans.map((plan) => (
          <li key={plan.year}>
            <div>
              <Link href={`/fund/plans?year=${plan.year}`}>{t("toDo", { year: plan.year })}</Link>
              <p>{t("text", saidOf(plan))}</p>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** The same above the figures of its year, with the ways to the revenue and to a new plan. */
export async function PlanBelowLine({ plan, actor }: { plan: PlanBelow; actor: Actor }) {
  const { year } = plan;
  const t = await getTranslations("money.below");
  return (
    <Banner kind="warn" lead={t("lead", { year })}>
      {t("text", saidOf(plan))} <a href={`/fund/revenues/${plan.revenueId}`}>{t("revenue")}</a>
      {mayPropose(actor.role, "money:record") && (
        <>
          {" "}
          <a href={`/fund/plans/new?year=${year}`}>{t("plan")}</a>
        </>
      )}
    </Banner>
  );
}

const saidOf = ({ total, standard, lack }: PlanBelow) => ({
  total: exactWan(total),
  standard: exactWan(standard),
  lack: exactWan(lack),
});
