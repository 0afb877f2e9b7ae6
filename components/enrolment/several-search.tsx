import { ChoicePlace } from "@/components/enrolment/choice-place";
import { Sheet } from "@/components/layout/sheet";
import { FilterRow, FilterSelect, FilterText } from "@/components/search/filter-row";
import type { Query } from "@/components/ui/address";
import { Banner } from "@/components/ui/banner";
import { Empty, NothingFound } from "@/components/ui/empty";
import { Submit } from "@/components/ui/form/submit";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { enrolSeveral } from "@/lib/enrolment/actions";
import { listEnrolled } from "@/lib/enrolment/queries/enrolled";
import type { SeveralQuery } from "@/lib/enrolment/schema";
import { listTownships } from "@/lib/place/queries";
import { listTrainees } from "@/lib/trainee/queries/list";
import { traineeFilter } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";
import { SeveralForm, type SeveralWords } from "./several-form";

type Props = { cohort: CohortRecord; filter: SeveralQuery; query: Query; words: SeveralWords };

/** Known people of a township or a search, of whom several go into one cohort together. */
export async function SeveralSearch({ cohort, filter, words }: Props) {
  const t = await getTranslations("enrolment.severalPage");
  const path = `/cohorts/${cohort.id}/roster/several`;
  const asked = Boolean(filter.q || filter.township || filter.person);
  const townships = await listTownships(cohort.startsOn);

  return (
    <Sheet title={t("title")} note={t("note")} end={<a href={`/cohorts/${cohort.id}/roster`}>{t("back")}</a>}>
      <FilterRow path={path} inUse={asked}>
        <FilterText name="q" label={t("search")} value={filter.q} placeholder={t("placeholder")} />
        <FilterSelect
          name="township"
          label={t("township")}
          value={filter.township ?? ""}
          options={townships.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </FilterRow>
      {filter.number && <Banner kind="info">{t(`number.${filter.number}`)}</Banner>}
      {asked ? <Found cohort={cohort} filter={filter} words={words} path={path} /> : <Empty lead={t("choose")} />}
    </Sheet>
  );
}

async function Found({ cohort, filter, words, path }: Omit<Props, "query"> & { path: string }) {
  const t = await getTranslations("enrolment.severalPage");
  const { trainees, total } = await listTrainees(
    traineeFilter.parse({ ...filter, person: filter.person?.join("."), size: 50 }),
  );
  const enrolled = await listEnrolled(
    cohort.id,
    trainees.map(({ id }) => id),
  );
  if (trainees.length === 0)
    return <NothingFound lead={t("nobody")} filters={[filter.q, filter.township ?? ""].filter(Boolean)} clear={path} />;

  const free = Math.max(0, cohort.seats - cohort.confirmed);
  return (
    <SeveralForm
      action={enrolSeveral}
      submissionKey={newSubmissionKey()}
      name="traineeIds"
      caption={t("people")}
      words={words}
      rows={trainees.map(({ id, name, sex, birthYear, township, village, lastFour }) => ({
        id,
        name,
        detail: t("detail", { sex, year: String(birthYear), place: `${township}${village}` }),
        code: `…${lastFour}`,
        note: enrolled.has(id) ? t("enrolled") : undefined,
        disabled: enrolled.has(id),
      }))}
    >
      <input type="hidden" name="cohortId" value={cohort.id} />
      {total > trainees.length && <p className="small muted mb-3">{t("more", { shown: trainees.length, total })}</p>}
      <p className="small muted mb-3">
        {t("consequence", { free, left: cohort.year.left, year: String(cohort.year.year) })}
      </p>
      <ChoicePlace state={cohort.state} />
      <Submit main>{t("submit")}</Submit>
    </SeveralForm>
  );
}
