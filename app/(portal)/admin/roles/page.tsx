import { PermissionTable } from "@/components/account/permission-table";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { permissions, roles } from "@/lib/auth/permissions";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("permission");
  return { title: t("title") };
}

/** U32: the whole policy, as the portal itself reads it, on one page. */
export default async function RolesPage() {
  await requireActor("own:preferences");
  const [t, index] = await Promise.all([getTranslations("permission"), getTranslations("admin")]);

  return (
    <main className="main" id="main">
      <Crumb href="/admin" list={index("title")} here={t("title")} />
      <Title title={t("title")} note={t("note", { permissions: permissions.length, roles: roles.length })} />
      <Sheet title={t("sheet")} note={t("legend")}>
        <PermissionTable />
      </Sheet>
    </main>
  );
}
