import { getTranslations } from "next-intl/server";
import { grantOf, permissions, roles } from "@/lib/auth/permissions";
import { lookUp } from "@/lib/wording/lookup";
import type { Role } from "@/prisma/generated/enums";

/** Every permission against every post; what is not granted stays empty. The reader's own column is marked. */
export async function PermissionTable({ role: own }: { role: Role }) {
  const [t, words, post] = await Promise.all([
    getTranslations("permission"),
    lookUp("permission"),
    getTranslations("nav.roles"),
  ]);
  const nameOf = (permission: string) => (words.has(`names.${permission}`) ? words(`names.${permission}`) : permission);
  const areas = [...new Set(permissions.map((permission) => permission.split(":")[0] ?? ""))];
  const areaOf = (area: string) => (words.has(`areas.${area}`) ? words(`areas.${area}`) : area);

  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("permission")}</th>
            {roles.map((role) => (
              <th scope="col" key={role} aria-current={role === own ? "true" : undefined}>
                {post(role)}
              </th>
            ))}
          </tr>
        </thead>
        {areas.map((area) => (
          <tbody key={area}>
            <tr>
              <th scope="rowgroup" colSpan={roles.length + 1}>
                <strong>{areaOf(area)}</strong>
              </th>
            </tr>
            {permissions
              .filter((permission) => permission.startsWith(`${area}:`))
              .map((permission) => (
                <tr key={permission}>
                  <th scope="row" title={permission}>
                    {nameOf(permission)}
                  </th>
                  {roles.map((role) => {
                    const grant = grantOf(role, permission);
                    return (
                      <td key={role} className="nowrap">
                        {grant === "-" ? <span className="sr-only">{t("grants.-")}</span> : t(`grants.${grant}`)}
                      </td>
                    );
                  })}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
