import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { may, mayApprove } from "@/lib/auth/permissions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { isOpen } from "@/lib/cohort/rules/states";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { decideSeveral } from "@/lib/enrolment/actions";
import type { AskedPerson } from "@/lib/enrolment/queries/asked";
import { labelsOf, refusalWords } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { ChoicePlace } from "./choice-place";
import { ActLink, PersonLink } from "./roster-table";
import { SeveralForm } from "./several-form";

type Props = { cohort: CohortRecord; actor: Actor; people: AskedPerson[] };

/** R7, R28, R34: what somebody else has to approve, one by one on a page of its own or several together. */
export async function ApprovalsSheet({ cohort, actor, people }: Props) {
  const t = await getTranslations("enrolment.approvals");
  const open = isOpen(cohort.state);
  const decides = open && mayApprove(actor.role, "enrolment:late");
  if (people.length === 0 && !decides) return null;

  return (
    <Sheet title={t("title", { count: people.length })} note={t(open || people.length === 0 ? "note" : "notOpen")}>
      {decides ? (
        <DecideSeveral cohort={cohort} actor={actor} people={people} />
      ) : (
        <ul className="todo">
          {people.map((person) => (
            <li key={person.id}>
              <div>
                <PersonLink person={person} mayOpen={may(actor.role, "trainee:view")} />
                <p>
                  <Why person={person} />
                  {t("place", { township: person.township, village: person.village, lastFour: person.lastFour })}
                </p>
              </div>
              <ActLink cohortId={cohort.id} person={person} label={t("decide")} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

/** The form stays when the last one is decided, for the answers stand in it. */
async function DecideSeveral({ cohort, actor, people }: Props) {
  const [t, no, row, label, { enrolment }] = await Promise.all([
    getTranslations("enrolment.approvals"),
    refusalWords(),
    getTranslations("enrolment.applications"),
    labelsOf("enrolment"),
    getMessages(),
  ]);
  return (
    <SeveralForm
      action={decideSeveral}
      submissionKey={newSubmissionKey()}
      id="decide-several"
      name="enrolmentIds"
      caption={enrolment.roster.columns.name}
      words={enrolment.several}
      line={{ name: "reasons", label: t("ownReason"), maxLength: 200 }}
      rows={people.map((person) => {
        const own = [person.createdById, person.transferTo && person.transferRequestedById].includes(actor.id);
        return {
          id: person.id,
          name: person.name,
          detail: row("detail", {
            sex: person.sex,
            year: String(person.birthYear),
            place: `${person.township}${person.village}`,
          }),
          code: `…${person.lastFour}`,
          disabled: own,
          note: (
            <p>
              <Why person={person} />
              &ensp;
              <ActLink cohortId={cohort.id} person={person} label={t("decide")} />
              {person.stop && <small className="muted block">{no(person.stop)}</small>}
              {own && <small className="muted block">{t("own")}</small>}
              <input type="hidden" name="asked[]" value={person.id} />
              <input type="hidden" name="versions[]" value={person.version} />
              <input type="hidden" name="needs[]" value={person.needs.join(" ")} />
            </p>
          ),
        };
      })}
    >
      <input type="hidden" name="cohortId" value={cohort.id} />
      {people.length === 0 ? (
        <Empty lead={t("none")} />
      ) : (
        <>
          <p className="small muted mb-3">{t("consequence", { free: Math.max(0, cohort.seats - cohort.confirmed) })}</p>
          <ChoicePlace state={cohort.state} />
          <TextField name="reason" label={label.reason} maxLength={200} optional />
          <p className="flex flex-wrap gap-3">
            <Submit main name="decision" value="APPROVE">
              {t("approve")}
            </Submit>
            <Submit danger name="decision" value="REJECT">
              {t("reject")}
            </Submit>
          </p>
        </>
      )}
    </SeveralForm>
  );
}

/** I42: the reasons for which the approval is asked. */
async function Why({ person }: { person: AskedPerson }) {
  const t = await getTranslations("enrolment.approvals");
  if (person.transferTo) return t("move", { number: person.transferTo });
  return person.needs.map((need) => t(need)).join(t("and"));
}
