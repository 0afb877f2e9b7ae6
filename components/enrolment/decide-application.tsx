import { Banner } from "@/components/ui/banner";
import { may, mayApprove } from "@/lib/auth/permissions";
import * as actions from "@/lib/enrolment/actions";
import { findNeeds, type Needing } from "@/lib/enrolment/queries/needs";
import { refusalWords } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { DecideForm } from "./decide-form";
import { type DecisionProps, freed, NotForYou } from "./not-for-you";
import { WaitInstead } from "./wait-instead";

export async function AboutApplication({ actor, cohort, enrolment }: DecisionProps) {
  const needing = await findNeeds(cohort.id, enrolment, actor.today);
  const approves = needing.needs.length > 0 && mayApprove(actor.role, "enrolment:late");

  return (
    <>
      <ApproveLate actor={actor} cohort={cohort} enrolment={enrolment} {...needing} />
      {approves ? (
        <DecideForm enrolment={enrolment} decision="reject" action={actions.rejectLate} danger />
      ) : (
        may(actor.role, "enrolment:confirm") && (
          <DecideForm enrolment={enrolment} decision="reject" action={actions.rejectApplication} danger />
        )
      )}
      {may(actor.role, "enrolment:cancel") && (
        <DecideForm
          enrolment={enrolment}
          decision="cancel"
          action={actions.cancelEnrolment}
          figures={freed(cohort, false)}
          danger
        />
      )}
    </>
  );
}

/** R34, I42: the approval of what is asked, which travels with the form as it was shown. */
async function ApproveLate({ actor, cohort, enrolment, needs, stop }: DecisionProps & Needing) {
  const [t, said, refusal] = await Promise.all([
    getTranslations("enrolment.decide"),
    getTranslations("enrolment.approvals"),
    refusalWords(),
  ]);
  if (needs.length === 0) return null;
  if (!mayApprove(actor.role, "enrolment:late")) return <Banner kind="info">{t("whoApproves")}</Banner>;
  if (enrolment.createdById === actor.id) return <Banner kind="info">{t("notOwn")}</Banner>;
  if (stop)
    return (
      <Banner kind="info" refusal={stop.refusal}>
        {refusal(stop)}
      </Banner>
    );

  return (
    <DecideForm
      enrolment={enrolment}
      decision="approveLate"
      action={actions.confirmLate}
      figures={{ left: Math.max(0, cohort.seats - cohort.confirmed) }}
      main
      place="CONFIRMED"
      {...(cohort.state === "APPROVED" && { refused: <WaitInstead label={t("wait")} /> })}
    >
      <p className="mb-3">{needs.map((need) => said(need)).join(said("and"))}</p>
      {needs.map((need) => (
        <input type="hidden" name="needs[]" value={need} key={need} />
      ))}
    </DecideForm>
  );
}

export async function AboutWaiting({ actor, cohort, enrolment }: DecisionProps) {
  const needing =
    enrolment.waitStopped === "APPROVAL_NEEDED"
      ? await findNeeds(cohort.id, enrolment, actor.today)
      : { needs: [], stop: undefined };
  const approval = <ApproveLate actor={actor} cohort={cohort} enrolment={enrolment} {...needing} />;
  if (needing.needs.length > 0 && mayApprove(actor.role, "enrolment:late") && !may(actor.role, "enrolment:cancel"))
    return (
      <>
        {approval}
        <DecideForm enrolment={enrolment} decision="reject" action={actions.rejectLate} danger />
      </>
    );
  if (!may(actor.role, "enrolment:cancel")) return <NotForYou />;
  return (
    <>
      {approval}
      <DecideForm
        enrolment={enrolment}
        decision="cancel"
        action={actions.cancelEnrolment}
        figures={freed(cohort, false)}
        danger
      />
      <DecideForm enrolment={enrolment} decision="reject" action={actions.rejectApplication} danger />
    </>
  );
}
