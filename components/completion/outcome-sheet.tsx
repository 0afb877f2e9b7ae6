import type { ReactNode } from "react";
import { OutcomeTable } from "@/components/completion/outcome-table";
import { Sheet } from "@/components/layout/sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { isUnderWay } from "@/lib/cohort/rules/states";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { decideCompletions } from "@/lib/completion/actions";
import type { CompletionRow } from "@/lib/completion/queries/people";
import type { Outcome, Terms } from "@/lib/completion/rules";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  cohort: CohortRecord;
  actor: Actor;
  people: CompletionRow[];
  terms: Terms;
  /** Under the people: the rates they come to. */
  children: ReactNode;
};

/** Everybody's result, and one form that writes down what the rules say; what it will do stands beside it first (U05). */
export async function OutcomeSheet({ cohort, actor, people, terms, children }: Props) {
  const t = await getTranslations("completion");
  const mayRecord = may(actor.role, "marks:record") && isUnderWay(cohort.state) && people.length > 0;
  const of = (outcome: Outcome) => people.filter(({ judged }) => judged?.outcome === outcome).length;
  const counts = { completing: of("COMPLETED"), notCompleting: of("NOT_COMPLETED"), open: of("OPEN") };
  const settled = people.length - counts.completing - counts.notCompleting - counts.open;
  const decides = cohort.state === "EXAM" && may(actor.role, "enrolment:complete");

  return (
    <section id="outcomes">
      <Sheet
        title={t("outcome.title", { count: people.length })}
        note={t("outcome.note", { attendance: terms.attendancePercent, pass: terms.passMark })}
        end={mayRecord && <ButtonLink href={`/cohorts/${cohort.id}/marks`}>{t("toMarks")}</ButtonLink>}
      >
        {people.length === 0 ? (
          <Empty lead={t("outcome.none")} text={t("outcome.noneText")} />
        ) : (
          <OutcomeTable
            people={people}
            parts={terms.parts}
            cohortId={cohort.id}
            mayAct={may(actor.role, "trainee:view")}
          />
        )}
        {children}
        {decides && counts.completing + counts.notCompleting > 0 && (
          <div className="sheet-body">
            <Form action={decideCompletions} id="decide" submissionKey={newSubmissionKey()}>
              <input type="hidden" name="cohortId" value={cohort.id} />
              <input type="hidden" name="completing" value={counts.completing} />
              <input type="hidden" name="notCompleting" value={counts.notCompleting} />
              <p className="mb-4">{t("decide.effect", { ...counts, settled })}</p>
              <Submit main>{t("decide.submit", counts)}</Submit>
            </Form>
          </div>
        )}
      </Sheet>
    </section>
  );
}
