import type { ReactNode } from "react";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { Tabs } from "@/components/ui/tabs";
import type { AccountRecord } from "@/lib/account/queries";
import { getTranslations } from "@/lib/wording/translations";
import { AccountBadge } from "./account-badge";

const tabs = ["facts", "history"] as const;

type Props = {
  account: AccountRecord;
  tab: (typeof tabs)[number];
  children: ReactNode;
};

/** What both sides of an account's record have in common. */
export async function AccountFrame({ account, tab, children }: Props) {
  const [t, role] = await Promise.all([getTranslations("accounts"), getTranslations("nav.roles")]);
  const home = `/admin/accounts/${account.id}`;
  const to = (name: (typeof tabs)[number]) => (name === "facts" ? home : `${home}/${name}`);

  return (
    <main className="main" id="main">
      <Crumb href="/admin/accounts" list={t("title")} here={account.name} />
      <DoneBanner />
      <Title
        title={account.name}
        badge={<AccountBadge state={account.state} />}
        note={t("noteLine", { username: account.username, role: role(account.role) })}
      />
      <Tabs
        label={t("tabs.label")}
        tabs={tabs.map((name) => ({ href: to(name), label: t(`tabs.${name}`) }))}
        current={to(tab)}
      />
      {children}
    </main>
  );
}
