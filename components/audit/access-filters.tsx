import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import { type AccessFilter, accessKinds } from "@/lib/audit/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function AccessFilters({ filter: { from, to, who, kind, id } }: { filter: AccessFilter }) {
  const t = await getTranslations("audit");
  return (
    <FilterRow path="/admin/access" inUse={Boolean(from || to || who || kind || id)} keep={{ id: id || undefined }}>
      <FilterText name="from" label={t("from")} type="date" value={from} />
      <FilterText name="to" label={t("to")} type="date" value={to} />
      <FilterText name="who" label={t("access.who")} value={who} />
      <FilterSelect
        name="kind"
        label={t("access.kind")}
        value={kind ?? ""}
        options={accessKinds.map((one) => ({ value: one, label: t(`access.kinds.${one}`) }))}
      />
    </FilterRow>
  );
}
