import { columnOf, limitsOf, MarksForm, rowOf } from "@/components/completion/marks-form";
import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { recordMakeUp } from "@/lib/completion/actions";
import type { CompletionRow } from "@/lib/completion/queries/people";
import { failedParts, type Terms } from "@/lib/completion/rules";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = { cohort: CohortRecord; people: CompletionRow[]; terms: Terms; today: Day };

/** R50: the one make-up, for those who failed, in the parts they failed. */
export async function MakeUpSheet({ cohort, people, terms, today }: Props) {
  const t = await getTranslations("completion.marks");
  const sitting = people.filter(
    (person) =>
      person.state === "IN_TRAINING" && person.exam && failedParts({ ...person, makeUp: null }, terms).length > 0,
  );
  if (cohort.state !== "EXAM" || sitting.length === 0) return null;

  const rows = sitting.map((person) => {
    const failed = failedParts({ ...person, makeUp: null }, terms);
    return {
      ...rowOf(person, person.makeUp, today),
      fixed: terms.parts.filter((part) => !failed.includes(part)).map(columnOf),
    };
  });
  return (
    <section id="make-up">
      <Sheet title={t("makeUp.title", { count: rows.length })} note={t("makeUp.note", limitsOf(terms))}>
        <Form action={recordMakeUp} id="makeUp" submissionKey={newSubmissionKey()}>
          <MarksForm
            cohortId={cohort.id}
            rows={rows}
            columns={[...terms.parts.map(columnOf), "heldOns"]}
            save={t("makeUp.save")}
          />
        </Form>
      </Sheet>
    </section>
  );
}
