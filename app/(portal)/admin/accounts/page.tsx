import { AccountFilters } from "@/components/account/account-filters";
import { AccountTable } from "@/components/account/account-table";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { ButtonLink } from "@/components/ui/button-link";
import { Pagination } from "@/components/ui/pagination";
import { listAccounts } from "@/lib/account/queries";
import { accountFilter } from "@/lib/account/schema";
import { requireActor } from "@/lib/auth/actor";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("accounts");
  return { title: t("title") };
}

export default async function AccountsPage({ searchParams }: PageProps<"/admin/accounts">) {
  await requireActor("account:manage");
  const query = await searchParams;
  const filter = accountFilter.parse(query);
  const [{ accounts, total }, t, index] = await Promise.all([
    listAccounts(filter),
    getTranslations("accounts"),
    getTranslations("admin"),
  ]);

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <DoneBanner />
      <Title
        title={t("count", { total })}
        note={t("note")}
        actions={
          <ButtonLink href="/admin/accounts/new" main shortcut="n">
            {t("new")}
          </ButtonLink>
        }
      />
      <section className="sheet" aria-label={t("title")}>
        <AccountFilters filter={filter} />
        <AccountTable accounts={accounts} filter={filter} query={query} />
        <Pagination path="/admin/accounts" query={query} page={filter.page} size={filter.size} total={total} />
      </section>
    </main>
  );
}
