import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";

export async function generateMetadata() {
  const t = await getTranslations("account.index");
  return { title: t("title") };
}

/** What a person may set or look after, by permission. */
export default async function AdminPage() {
  const { role } = await requireActor("own:preferences");
  const t = await getTranslations("account.index");

  return (
    <main className="main" id="main">
      <Title title={t("title")} />
      <section className="sheet">
        <ul className="todo">
          {places
            .filter(({ permission }) => may(role, permission))
            .map(({ key, href }) => (
              <li key={key}>
                <div>
                  <Link href={href} prefetch={false}>
                    {t(`${key}.title`)}
                  </Link>
                  <p>{t(`${key}.text`)}</p>
                </div>
              </li>
            ))}
        </ul>
      </section>
    </main>
  );
}

const places = [
  { key: "own", href: "/admin/account", permission: "own:preferences" },
  { key: "accounts", href: "/admin/accounts", permission: "account:manage" },
  { key: "checks", href: "/admin/checks", permission: "checks:view" },
] as const;
