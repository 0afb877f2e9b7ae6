import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { Submit } from "@/components/ui/form/submit";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { isOpen } from "@/lib/cohort/rules/states";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { confirmApplications } from "@/lib/enrolment/actions";
import type { EnrolledPerson } from "@/lib/enrolment/queries/people";
import { getTranslations } from "@/lib/wording/translations";
import { ActLink, PersonLink } from "./roster-table";
import { SeveralForm } from "./several-form";

type Props = { cohort: CohortRecord; people: EnrolledPerson[]; mayConfirm: boolean; mayOpen: boolean };

/** Ordinary applications: chosen and confirmed together once the cohort is approved. */
export async function ApplicationsSheet({ cohort, people, mayConfirm, mayOpen }: Props) {
  const [t, messages] = await Promise.all([getTranslations("enrolment.applications"), getMessages()]);
  const row = await getTranslations("enrolment.roster");
  const open = isOpen(cohort.state);
  const free = Math.max(0, cohort.seats - cohort.confirmed);

  return (
    <Sheet title={t("title", { count: people.length })} note={t("note", { open: String(open), free })}>
      {people.length === 0 && !mayConfirm ? (
        <Empty lead={t("none")} />
      ) : open && mayConfirm ? (
        <SeveralForm
          action={confirmApplications}
          submissionKey={newSubmissionKey()}
          name="enrolmentIds"
          caption={row("columns.name")}
          words={messages.enrolment.several}
          rows={people.map((person) => ({
            id: person.id,
            name: person.name,
            detail: t("detail", {
              sex: person.sex,
              year: String(person.birthYear),
              place: `${person.township}${person.village}`,
            }),
            code: `…${person.lastFour}`,
            note: <ActLink cohortId={cohort.id} person={person} label={row("act")} />,
          }))}
        >
          <input type="hidden" name="cohortId" value={cohort.id} />
          {people.length === 0 ? (
            <p className="muted">{t("none")}</p>
          ) : (
            <p className="small muted mb-3">{t("consequence", { free, left: cohort.year.left })}</p>
          )}
          {people.length > 0 && <Submit main>{t("confirm")}</Submit>}
        </SeveralForm>
      ) : people.length === 0 ? (
        <Empty lead={t("none")} text={t("noneText")} />
      ) : (
        <ul className="todo">
          {people.map((person) => (
            <li key={person.id}>
              <div>
                <PersonLink person={person} mayOpen={mayOpen} />
                <p>
                  {t("detail", {
                    sex: person.sex,
                    year: String(person.birthYear),
                    place: `${person.township}${person.village}`,
                  })}
                </p>
              </div>
              {mayConfirm && <ActLink cohortId={cohort.id} person={person} label={row("act")} />}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
