import { columnOf, limitsOf, MarksForm, rowOf } from "@/components/completion/marks-form";
import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { recordResults } from "@/lib/completion/actions";
import type { CompletionRow } from "@/lib/completion/queries/people";
import { isRolled, type Terms } from "@/lib/completion/rules";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = { cohort: CohortRecord; people: CompletionRow[]; terms: Terms; today: Day };

/** Attended 课时 of everybody; once the exam has begun, its marks. */
export async function ResultsSheet({ cohort, people, terms, today }: Props) {
  const t = await getTranslations("completion.marks");
  const examined = cohort.state === "EXAM";
  const rolled = isRolled(people);
  const parts = examined ? [...terms.parts.map(columnOf), "heldOns" as const] : [];
  const rows = people.map((person) => ({
    ...rowOf(person, person.exam, today),
    fixed: [
      ...(person.state === "IN_TRAINING" ? [] : parts),
      ...(rolled || person.state === "COMPLETED" ? (["attended"] as const) : []),
    ],
  }));

  return (
    <Sheet
      title={t("results.title")}
      note={t(rolled ? "results.noteRolled" : examined ? "results.note" : "results.noteBefore", limitsOf(terms))}
      end={<a href={`/cohorts/${cohort.id}/attendance`}>{t("results.roll")}</a>}
    >
      <Form action={recordResults} id="results" submissionKey={newSubmissionKey()}>
        <MarksForm cohortId={cohort.id} rows={rows} columns={["attended", ...parts]} save={t("results.save")} />
      </Form>
    </Sheet>
  );
}
