import { AdminFigures } from "@/components/admin/admin-figures";
import { RevealWatch } from "@/components/admin/reveal-watch";
import { AccessTable } from "@/components/audit/access-table";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { Empty } from "@/components/ui/empty";
import { Link } from "@/components/ui/link";
import { findManyReveals } from "@/lib/account/queries";
import { listLatestGiven } from "@/lib/audit/queries/access";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("admin");
  return { title: t("title") };
}

/** What waits and what a person may set or look after, by permission. */
export default async function AdminPage() {
  const actor = await requireActor("own:preferences");
  const [t, role] = await Promise.all([getTranslations("admin"), getTranslations("nav.roles")]);
  const open = groups
    .map(({ key, places }) => ({ key, places: places.filter(({ permission }) => may(actor.role, permission)) }))
    .filter(({ places }) => places.length > 0);

  return (
    <main className="main" id="main">
      <Title title={t("title")} note={t("note", { name: actor.name, role: role(actor.role) })} />
      <AdminFigures actor={actor} />
      {may(actor.role, "account:manage") && <RevealWatch many={await findManyReveals()} />}
      {may(actor.role, "accessLog:view") && <Given />}
      <div className="columns even">
        {open.map(({ key, places }) => (
          <Sheet key={key} title={t(`groups.${key}`)}>
            <ul className="todo">
              {places.map((place) => (
                <li key={place.key}>
                  <div>
                    <Link href={place.href}>{t(`places.${place.key}.title`)}</Link>
                    <p>{t(`places.${place.key}.text`)}</p>
                  </div>
                </li>
              ))}
            </ul>
          </Sheet>
        ))}
      </div>
    </main>
  );
}

/** R92, R102: the latest looks at whole numbers and files taken. */
async function Given() {
  const [t, entries] = await Promise.all([getTranslations("admin"), listLatestGiven()]);
  return (
    <div id="given">
      <Sheet
        title={t("given", { count: entries.length })}
        note={t("givenNote")}
        end={<a href="/admin/access?kind=REVEAL">{t("givenMore")}</a>}
      >
        {entries.length === 0 ? <Empty lead={t("givenNone")} /> : <AccessTable entries={entries} />}
      </Sheet>
    </div>
  );
}

const groups = [
  {
    key: "people",
    places: [
      { key: "own", href: "/admin/account", permission: "own:preferences" },
      { key: "accounts", href: "/admin/accounts", permission: "account:manage" },
      { key: "roles", href: "/admin/roles", permission: "own:preferences" },
    ],
  },
  {
    key: "figures",
    places: [
      { key: "parameters", href: "/admin/parameters", permission: "setting:view" },
      { key: "dictionaries", href: "/admin/dictionaries", permission: "code:view" },
      { key: "divisions", href: "/admin/divisions", permission: "code:view" },
      { key: "calendar", href: "/admin/calendar", permission: "code:view" },
    ],
  },
  {
    key: "proof",
    places: [
      { key: "audit", href: "/admin/audit", permission: "audit:view" },
      { key: "access", href: "/admin/access", permission: "accessLog:view" },
      { key: "exports", href: "/admin/exports", permission: "accessLog:view" },
      { key: "checks", href: "/admin/checks", permission: "checks:view" },
    ],
  },
] as const;
