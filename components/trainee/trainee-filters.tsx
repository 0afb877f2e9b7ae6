import { getTranslations } from "next-intl/server";
import { FilterRow, FilterSelect, FilterText } from "@/components/ui/filter-row";
import type { Actor } from "@/lib/auth/actor";
import { listCodes } from "@/lib/code/queries";
import { listCohortYears } from "@/lib/cohort/queries/list";
import { listTownships } from "@/lib/place/queries";
import type { TraineeFilter } from "@/lib/trainee/schema";

/** The four questions a register is asked; the answer's address can be kept and shared (U02). */
export async function TraineeFilters({ actor, filter }: { actor: Actor; filter: TraineeFilter }) {
  const [t, place, townships, categories, years] = await Promise.all([
    getTranslations("trainee"),
    getTranslations("place"),
    listTownships(actor.today),
    listCodes("TRAINEE_CATEGORY"),
    listCohortYears(),
  ]);
  const { q, township, category, poor, trained, heldAt, sort, size } = filter;

  return (
    <FilterRow
      path="/trainees"
      inUse={Boolean(q || township || category || poor || trained || heldAt)}
      moreInUse={Boolean(trained || heldAt)}
      more={
        <>
          <FilterSelect
            name="trained"
            label={t("list.trained")}
            value={trained ? String(trained) : ""}
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <FilterSelect
            name="heldAt"
            label={t("list.heldAt")}
            value={heldAt ?? ""}
            options={[
              { value: "BASE", label: t("list.atBase") },
              { value: "OUTSIDE", label: t("list.outside") },
            ]}
          />
        </>
      }
      keep={{ sort: sort === "name" ? undefined : sort, size: size === 50 ? undefined : String(size) }}
    >
      <FilterText name="q" label={t("list.search")} value={q} placeholder={t("list.placeholder")} />
      <FilterSelect
        name="township"
        label={t("list.township")}
        value={township ?? ""}
        options={townships.map(({ code, name, pinyin }) => ({
          value: code,
          label: place("township", { name, pinyin }),
        }))}
      />
      <FilterSelect name="category" label={t("list.category")} value={category ?? ""} options={categories} />
      <FilterSelect
        name="poor"
        label={t("list.poor")}
        value={poor ?? ""}
        options={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
      />
    </FilterRow>
  );
}
