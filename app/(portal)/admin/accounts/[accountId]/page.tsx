import { notFound } from "next/navigation";
import { AccountFacts } from "@/components/account/account-facts";
import { AccountFrame } from "@/components/account/account-frame";
import { EndSignIns } from "@/components/account/end-sign-ins";
import { ManageForms } from "@/components/account/manage-forms";
import { SignInTable } from "@/components/account/sign-in-table";
import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { findAccount } from "@/lib/account/queries";
import { accountId } from "@/lib/account/schema";
import { requireActor } from "@/lib/auth/actor";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("accounts");
  return { title: t("record") };
}

export default async function AccountRecordPage({ params }: PageProps<"/admin/accounts/[accountId]">) {
  const actor = await requireActor("account:manage");
  const id = accountId.safeParse((await params).accountId);
  const account = id.success ? await findAccount(id.data) : null;
  if (!account) notFound();

  const t = await getTranslations("accounts");
  const own = account.id === actor.id;
  return (
    <AccountFrame account={account} tab="facts">
      {own && <Banner kind="info">{t("own")}</Banner>}
      <AccountFacts account={account} />
      {account.living.length > 0 ? (
        <SignInTable signIns={account.living} here={actor.signInId} end={<EndSignIns account={account} />} />
      ) : (
        <Sheet title={t("living", { count: 0 })}>
          <p className="sheet-note">{t("nowhere")}</p>
        </Sheet>
      )}
      {!own && <ManageForms account={account} today={actor.today} />}
    </AccountFrame>
  );
}
