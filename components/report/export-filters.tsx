import { getLocale } from "next-intl/server";
import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import type { ExportFilter } from "@/lib/report/schema";
import { reports } from "@/lib/report/sheet/list";
import { titlesOf } from "@/lib/report/sheet/report";
import { getTranslations } from "@/lib/wording/translations";

export async function ExportFilters({ filter: { from, to, who, report, numbers } }: { filter: ExportFilter }) {
  const [t, audit, locale] = await Promise.all([
    getTranslations("report.exports"),
    getTranslations("audit"),
    getLocale(),
  ]);
  return (
    <FilterRow
      path="/admin/exports"
      inUse={Boolean(from || to || who || report || numbers)}
      moreInUse={Boolean(numbers)}
      more={
        <FilterSelect
          name="numbers"
          label={t("numbers")}
          value={numbers}
          options={(["masked", "whole"] as const).map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      <FilterText name="from" label={audit("from")} type="date" value={from} />
      <FilterText name="to" label={audit("to")} type="date" value={to} />
      <FilterText name="who" label={t("who")} value={who} />
      <FilterSelect
        name="report"
        label={t("report")}
        value={report}
        options={reports.map(({ kind }) => ({ value: kind, label: titlesOf(locale, kind).title }))}
      />
    </FilterRow>
  );
}
