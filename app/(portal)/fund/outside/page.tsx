import { getTranslations } from "next-intl/server";
import { FundTabs } from "@/components/fund-area/fund-tabs";
import { DoneBanner } from "@/components/layout/done-banner";
import { Title } from "@/components/layout/title";
import { OutsideSheet } from "@/components/money/outside-sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { requireActor } from "@/lib/auth/actor";
import { mayPropose } from "@/lib/auth/permissions";
import { listOutside } from "@/lib/fund/queries/decisions";
import { OutsideLedger } from "@/prisma/generated/enums";

export async function generateMetadata() {
  return { title: (await getTranslations("money.outside"))("title") };
}

/** R78: two ledgers of their own, which never add to the aid money, nor to each other. */
export default async function OutsidePage({ searchParams }: PageProps<"/fund/outside">) {
  const actor = await requireActor("dashboard:fund");
  const [t, records, { done }] = await Promise.all([getTranslations("money.outside"), listOutside(), searchParams]);

  return (
    <main className="main" id="main">
      <FundTabs current="outside" />
      <DoneBanner done={done} />
      <Title
        title={t("title")}
        note={t("note")}
        actions={
          mayPropose(actor.role, "money:record") && (
            <ButtonLink main href="/fund/outside/new">
              {t("new")}
            </ButtonLink>
          )
        }
      />
      {Object.values(OutsideLedger).map((ledger) => (
        <OutsideSheet key={ledger} ledger={ledger} records={records.filter((record) => record.ledger === ledger)} />
      ))}
    </main>
  );
}
