import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import type { Actor } from "@/lib/auth/actor";
import { findTraineeChoices } from "@/lib/cohort/queries/choices";
import { present } from "@/lib/trainee/rules/enrolment-states";
import type { TraineeFilter } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";

/** The four questions a register is asked; the answer's address can be kept and shared (U02). */
export async function TraineeFilters({ actor, filter }: { actor: Actor; filter: TraineeFilter }) {
  const [t, words, place, { townships, categories, years, cohorts }] = await Promise.all([
    getTranslations("trainee"),
    getTranslations("state.enrolment"),
    getTranslations("place"),
    findTraineeChoices(actor.today),
  ]);
  const { q, township, category, poor, trained, heldAt, cohort, state, sort, size } = filter;

  return (
    <FilterRow
      path="/trainees"
      inUse={Boolean(q || township || category || poor || trained || heldAt || cohort || state)}
      moreInUse={Boolean(trained || heldAt || poor || category)}
      more={
        <>
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
      <FilterSelect
        name="cohort"
        label={t("list.columns.now")}
        value={cohort ?? ""}
        options={cohorts.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      />
      <FilterSelect
        name="state"
        label={t("list.state")}
        value={state ?? ""}
        options={[
          ...present.map((one) => ({ value: one, label: words(one) })),
          { value: "NONE", label: t("list.nowhere") },
        ]}
      />
    </FilterRow>
  );
}
