import { grantOf, type Permission, permissions, roles } from "@/lib/auth/permissions";
import { lookUp } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** What belongs together for a reader; a permission of a new area stands under the last until it finds its place. */
const groups: Record<string, string[]> = {
  training: ["course", "trainee", "cohort", "enrolment", "attendance", "marks", "certificate"],
  timetable: ["schedule", "lesson", "classroom", "trainer"],
  money: ["fund", "project", "money", "expenditure", "month", "year"],
  figures: ["dashboard", "report", "yearCapacity", "setting", "code"],
  people: ["account", "role", "session", "own"],
  proof: ["checks", "audit", "accessLog"],
};
const named = Object.values(groups).flat();

/** Every permission against every post; what is not granted stays empty. On a phone each permission names its posts. */
export async function PermissionTable() {
  const t = await getTranslations("permission");
  const post = await getTranslations("nav.roles");
  const shown = [...Object.keys(groups), "other"].filter((group) => permissionsOf(group).length > 0);

  return (
    <table className="table cards">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("permission")}</th>
          {roles.map((role) => (
            <th scope="col" key={role}>
              {post(role)}
            </th>
          ))}
          <th scope="col" className="md:hidden">
            {t("posts")}
          </th>
        </tr>
      </thead>
      {shown.map((group) => (
        <tbody key={group}>
          <tr className="group-row">
            <th scope="rowgroup" colSpan={roles.length + 1} className="card-name muted">
              {t(`groups.${group as "other"}`)}
            </th>
          </tr>
          {permissionsOf(group).map((permission) => (
            <PermissionRow key={permission} permission={permission} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

async function PermissionRow({ permission }: { permission: Permission }) {
  const [t, words, post] = await Promise.all([
    getTranslations("permission"),
    lookUp("permission"),
    getTranslations("nav.roles"),
  ]);
  const granted = roles.filter((role) => grantOf(role, permission) !== "-");

  return (
    <tr>
      <th scope="row" className="card-name" title={permission}>
        {words.has(`names.${permission}`) ? words(`names.${permission}`) : permission}
      </th>
      {roles.map((role) => (
        <td key={role} className="nowrap">
          {granted.includes(role) && t(`grants.${grantOf(role, permission)}`)}
        </td>
      ))}
      <td className="card-below col-span-full md:hidden">
        {granted
          .map((role) => t("granted", { post: post(role), grant: t(`grants.${grantOf(role, permission)}`) }))
          .join(t("between"))}
      </td>
    </tr>
  );
}

function permissionsOf(group: string): Permission[] {
  return permissions.filter((permission) => {
    const area = permission.split(":")[0] ?? "";
    return groups[group]?.includes(area) ?? (group === "other" && !named.includes(area));
  });
}
