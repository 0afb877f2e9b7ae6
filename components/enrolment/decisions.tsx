import { getTranslations } from "next-intl/server";
import { Reasons } from "@/components/completion/reasons";
import { Banner } from "@/components/ui/banner";
import type { Actor } from "@/lib/auth/actor";
import { may, mayApprove } from "@/lib/auth/permissions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { isOpen } from "@/lib/cohort/rules/states";
import { recordNotCompleted, reopenOutcome, reverseOutcome } from "@/lib/completion/actions";
import { listCertificates } from "@/lib/completion/queries/certificates";
import { judgeCohort } from "@/lib/completion/queries/standing";
import * as actions from "@/lib/enrolment/actions";
import type { EnrolmentRecord } from "@/lib/enrolment/queries/enrolment";
import { findNeeds, type Needing } from "@/lib/enrolment/queries/needs";
import { listOpenCohorts } from "@/lib/enrolment/queries/open-cohorts";
import { timingOf } from "@/lib/enrolment/rules/timing";
import { hasOutcome, sitsInLessons } from "@/lib/trainee/rules/enrolment-states";
import { refusalWords } from "@/lib/wording/lookup";
import { DecideForm } from "./decide-form";
import { TransferFields } from "./transfer-fields";
import { WaitInstead } from "./wait-instead";

type Props = { actor: Actor; cohort: CohortRecord; enrolment: EnrolmentRecord };

/** Everything that can be done with an enrolment in its state, by this person, each with what it does to the 人次. */
export async function Decisions({ actor, cohort, enrolment }: Props) {
  const { state } = enrolment;
  if (state === "APPLIED") return <AboutApplication actor={actor} cohort={cohort} enrolment={enrolment} />;
  if (state === "WAITLISTED") return <AboutWaiting actor={actor} cohort={cohort} enrolment={enrolment} />;
  if (sitsInLessons(state)) return <AboutPlace actor={actor} cohort={cohort} enrolment={enrolment} />;

  if (hasOutcome(state)) return <AfterOutcome actor={actor} cohort={cohort} enrolment={enrolment} />;

  const t = await getTranslations("enrolment.decide");
  return <Banner kind="info">{t("over")}</Banner>;
}

/** R53: an outcome registered by mistake, until the cohort is closed and after. */
async function AfterOutcome({ actor, cohort, enrolment }: Props) {
  const t = await getTranslations("enrolment.decide");
  const reverses = cohort.state === "EXAM" && may(actor.role, "outcome:reverse");
  const reopens = cohort.state === "CLOSED" && may(actor.role, "outcome:reopen");
  if (!reverses && !reopens) return <Banner kind="info">{t("whoReverses")}</Banner>;
  if ((await listCertificates(enrolment.id)).some(({ voidedOn }) => !voidedOn))
    return <Banner kind="info">{t("certified")}</Banner>;
  return reverses ? (
    <DecideForm enrolment={enrolment} decision="reverse" action={reverseOutcome} danger />
  ) : (
    <DecideForm enrolment={enrolment} decision="reopen" action={reopenOutcome} danger />
  );
}

async function AboutApplication({ actor, cohort, enrolment }: Props) {
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
async function ApproveLate({ actor, cohort, enrolment, needs, stop }: Props & Needing) {
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

async function AboutWaiting({ actor, cohort, enrolment }: Props) {
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

async function AboutPlace({ actor, cohort, enrolment }: Props) {
  const { state, transferTo } = enrolment;
  const t = await getTranslations("enrolment.decide");
  if (transferTo) return <AboutTransfer actor={actor} cohort={cohort} enrolment={enrolment} />;
  if (!may(actor.role, "enrolment:cancel")) return <NotForYou />;

  // R26: once something was attended, the way out is leaving the training.
  const mayBeAbsent = actor.today >= cohort.startsOn && !enrolment.attendedPeriods;
  const { mayBeNoShow, noShowDays } = timingOf(cohort, actor.today);
  return (
    <>
      {cohort.state === "EXAM" && <AboutOutcome actor={actor} cohort={cohort} enrolment={enrolment} />}
      {state === "CONFIRMED" && (
        <DecideForm
          enrolment={enrolment}
          decision="cancel"
          action={actions.cancelEnrolment}
          figures={freed(cohort, true)}
          danger
        />
      )}
      {state === "IN_TRAINING" && mayBeAbsent && mayBeNoShow && (
        <Banner kind="info">{t("proposeNoShow", { days: noShowDays })}</Banner>
      )}
      {mayBeAbsent && (
        <DecideForm
          enrolment={enrolment}
          decision="noShow"
          action={actions.markNoShow}
          figures={freed(cohort, true)}
          danger
        />
      )}
      {state === "IN_TRAINING" && <DecideForm enrolment={enrolment} decision="drop" action={actions.dropOut} danger />}
      {cohort.state !== "EXAM" && <MoveForm actor={actor} cohort={cohort} enrolment={enrolment} />}
    </>
  );
}

async function MoveForm({ actor, cohort, enrolment }: Props) {
  const cohorts = (await listOpenCohorts(actor, enrolment.trainee.id)).filter(({ state }) => isOpen(state));
  const { transferIsFree, transferDays } = timingOf(cohort, actor.today);
  if (cohorts.length === 0)
    return <Banner kind="info">{(await getTranslations("enrolment.decide"))("nowhere")}</Banner>;
  return (
    <DecideForm
      enrolment={enrolment}
      decision="transfer"
      action={actions.transfer}
      figures={{ days: transferDays, late: String(!transferIsFree) }}
    >
      <TransferFields cohorts={cohorts} />
    </DecideForm>
  );
}

async function AboutTransfer({ actor, enrolment }: Props) {
  const t = await getTranslations("enrolment.decide");
  const approves = mayApprove(actor.role, "enrolment:transferLate");
  const own = enrolment.transferRequestedById === actor.id || enrolment.createdById === actor.id;
  const figures = { number: enrolment.transferTo?.number ?? "" };

  return (
    <>
      {!approves && <Banner kind="info">{t("whoApproves")}</Banner>}
      {approves && own && <Banner kind="info">{t("notOwn")}</Banner>}
      {approves && !own && (
        <DecideForm
          enrolment={enrolment}
          decision="approveTransfer"
          action={actions.approveTransfer}
          figures={figures}
          main
        />
      )}
      {may(actor.role, "enrolment:transferLate") && (
        <DecideForm
          enrolment={enrolment}
          decision="declineTransfer"
          action={actions.declineTransfer}
          figures={figures}
          danger
        />
      )}
    </>
  );
}

/** R47–R50: the rules decide; by hand only that somebody stays away from the exam or its make-up. */
async function AboutOutcome({ actor, cohort, enrolment }: Props) {
  const t = await getTranslations("completion");
  const judged = (await judgeCohort(cohort.id, actor.today)).find(({ id }) => id === enrolment.id);
  if (!judged) return null;
  return (
    <>
      <Banner kind={judged.outcome === "OPEN" ? "warn" : "info"} lead={t(`outcomes.${judged.outcome}`)}>
        <Reasons reasons={judged.reasons} /> <a href={`/cohorts/${cohort.id}/completion`}>{t("toCompletion")}</a>
      </Banner>
      {judged.outcome !== "COMPLETED" && (
        <DecideForm enrolment={enrolment} decision="notComplete" action={recordNotCompleted} />
      )}
    </>
  );
}

async function NotForYou() {
  const t = await getTranslations("enrolment.decide");
  return <Banner kind="info">{t("notForYou")}</Banner>;
}

/** R26, I5: whether a place becomes free, and for how many who wait. */
const freed = (cohort: CohortRecord, holds: boolean) => ({
  holds: String(holds),
  waiting: holds ? cohort.counts.WAITLISTED : 0,
});
