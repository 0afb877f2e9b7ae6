import { getMessages } from "next-intl/server";
import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import { listActs } from "@/lib/audit/rules";
import type { AuditFilter } from "@/lib/audit/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function AuditFilters({ filter: { from, to, who, verb, subject, id } }: { filter: AuditFilter }) {
  const [t, messages] = await Promise.all([getTranslations("audit"), getMessages()]);
  const acts = listActs(messages.done).map(({ verbs, label }) => ({ value: verbs, label }));
  return (
    <FilterRow
      path="/admin/audit"
      inUse={Boolean(from || to || who || verb || subject || id)}
      keep={{ id: id || undefined }}
      moreInUse={Boolean(subject)}
      more={
        <FilterSelect
          name="subject"
          label={t("subject")}
          value={subject}
          options={Object.entries(messages.audit.subjects).map(([value, label]) => ({ value, label }))}
        />
      }
    >
      <FilterText name="from" label={t("from")} type="date" value={from} />
      <FilterText name="to" label={t("to")} type="date" value={to} />
      <FilterText name="who" label={t("history.who")} value={who} />
      <FilterSelect name="verb" label={t("history.what")} value={verb} options={acts} />
    </FilterRow>
  );
}
