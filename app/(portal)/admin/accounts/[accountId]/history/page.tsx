import { notFound } from "next/navigation";
import { AccountFrame } from "@/components/account/account-frame";
import { HistoryTable } from "@/components/audit/history-table";
import { Sheet } from "@/components/layout/sheet";
import { findAccount } from "@/lib/account/queries";
import { accountId } from "@/lib/account/schema";
import { listHistory } from "@/lib/audit/queries/entries";
import { requireActor } from "@/lib/auth/actor";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("accounts.tabs");
  return { title: t("history") };
}

export default async function AccountHistoryPage({ params }: PageProps<"/admin/accounts/[accountId]/history">) {
  await requireActor("account:manage");
  const id = accountId.safeParse((await params).accountId);
  const account = id.success ? await findAccount(id.data) : null;
  if (!account) notFound();

  const [entries, t] = await Promise.all([listHistory([account.id]), getTranslations("accounts")]);
  return (
    <AccountFrame account={account} tab="history">
      <Sheet title={t("historyTitle", { count: entries.length })} note={t("historyNote")}>
        <HistoryTable entries={entries} />
      </Sheet>
    </AccountFrame>
  );
}
