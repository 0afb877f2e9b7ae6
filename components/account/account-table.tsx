import type { Query } from "@/components/ui/address";
import { NothingFound } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { SortHeading } from "@/components/ui/sort-link";
import type { listAccounts } from "@/lib/account/queries";
import type { AccountFilter } from "@/lib/account/schema";
import { needsFactor } from "@/lib/account/sign-in/rules";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";
import { AccountBadge } from "./account-badge";

type Accounts = Awaited<ReturnType<typeof listAccounts>>["accounts"];
type Props = { accounts: Accounts; filter: AccountFilter; query: Query };

/** Who may sign in, as what, and when he last did. */
export async function AccountTable({ accounts, filter, query }: Props) {
  const [t, role] = await Promise.all([getTranslations("accounts"), getTranslations("nav.roles")]);
  if (accounts.length === 0) {
    const inTheWay = [
      filter.q && t("filters.q", { q: filter.q }),
      filter.role && t("filters.role", { role: role(filter.role) }),
      filter.state && t("filters.state", { state: t(`states.${filter.state}`) }),
    ].filter((words): words is string => Boolean(words));
    return <NothingFound lead={t("nothing")} filters={inTheWay} clear="/admin/accounts" />;
  }

  const heading = { path: "/admin/accounts", query, sort: filter.sort };
  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <SortHeading {...heading} column="name">
            {t("columns.name")}
          </SortHeading>
          <SortHeading {...heading} column="username">
            {t("columns.username")}
          </SortHeading>
          <SortHeading {...heading} column="role">
            {t("columns.role")}
          </SortHeading>
          <th scope="col">{t("columns.state")}</th>
          <th scope="col">{t("columns.factor")}</th>
          <th scope="col">{t("columns.lastSignIn")}</th>
          <SortHeading {...heading} column="created">
            {t("columns.created")}
          </SortHeading>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <th scope="row" className="card-name">
              <Link href={`/admin/accounts/${account.id}`}>{account.name}</Link>
            </th>
            <td className="card-below">{account.username}</td>
            <td className="nowrap">{role(account.role)}</td>
            <td className="card-side nowrap">
              <AccountBadge state={account.state} />
            </td>
            <td className="nowrap">
              {account.factorSince
                ? t("factor.on")
                : needsFactor(account.role)
                  ? t("factor.missing")
                  : t("factor.none")}
            </td>
            <td className="card-below-side nowrap" data-label={t("columns.lastSignIn")}>
              {account.lastSignIn ? minuteOfInstant(account.lastSignIn) : <span className="muted">{t("never")}</span>}
            </td>
            <td className="nowrap">{minuteOfInstant(account.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
