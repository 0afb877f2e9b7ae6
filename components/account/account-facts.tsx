import { Facts } from "@/components/ui/facts";
import type { AccountRecord } from "@/lib/account/queries";
import { needsFactor } from "@/lib/account/sign-in/rules";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

/** How the account stands: when it was made, last used, locked, and what protects it. */
export async function AccountFacts({ account }: { account: AccountRecord }) {
  const t = await getTranslations("accounts");
  const { createdAt, lastSignIn, disabledAt, lockedUntil, linkUntil, factorSince, failedSignIns, role, state } =
    account;
  const factor = factorSince
    ? t("factor.since", { moment: minuteOfInstant(factorSince) })
    : t(needsFactor(role) ? "factor.missing" : "factor.none");

  return (
    <section className="sheet">
      <div className="sheet-body flat">
        <Facts
          facts={[
            { term: t("columns.lastSignIn"), value: lastSignIn ? minuteOfInstant(lastSignIn) : t("never") },
            { term: t("columns.factor"), value: factor },
            { term: t("columns.created"), value: minuteOfInstant(createdAt) },
            { term: t("failures"), value: t("failuresCount", { count: failedSignIns }) },
            ...(state === "LOCKED" && lockedUntil
              ? [{ term: t("lockedUntil"), value: minuteOfInstant(lockedUntil) }]
              : []),
            ...(state === "WAITING" && linkUntil ? [{ term: t("linkUntil"), value: minuteOfInstant(linkUntil) }] : []),
            ...(disabledAt ? [{ term: t("disabledAt"), value: minuteOfInstant(disabledAt) }] : []),
          ]}
        />
      </div>
    </section>
  );
}
