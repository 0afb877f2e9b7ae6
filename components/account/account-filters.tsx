import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import type { AccountFilter } from "@/lib/account/schema";
import { roles } from "@/lib/auth/permissions";
import { getTranslations } from "@/lib/wording/translations";

const states = ["ACTIVE", "WAITING", "LOCKED", "DISABLED"] as const;

export async function AccountFilters({ filter: { q, role, state, sort, size } }: { filter: AccountFilter }) {
  const [t, post] = await Promise.all([getTranslations("accounts"), getTranslations("nav.roles")]);
  return (
    <FilterRow
      path="/admin/accounts"
      inUse={Boolean(q || role || state)}
      keep={{ sort: sort === "role" ? undefined : sort, size: size === 50 ? undefined : String(size) }}
    >
      <FilterText name="q" label={t("search")} value={q} placeholder={t("searchHint")} />
      <FilterSelect
        name="role"
        label={t("columns.role")}
        value={role ?? ""}
        options={roles.map((one) => ({ value: one, label: post(one) }))}
      />
      <FilterSelect
        name="state"
        label={t("columns.state")}
        value={state ?? ""}
        options={states.map((one) => ({ value: one, label: t(`states.${one}`) }))}
      />
    </FilterRow>
  );
}
