import { Reasons } from "@/components/completion/reasons";
import { Banner } from "@/components/ui/banner";
import { may, mayApprove } from "@/lib/auth/permissions";
import { isOpen } from "@/lib/cohort/rules/states";
import { recordNotCompleted } from "@/lib/completion/actions";
import { judgeCohort } from "@/lib/completion/queries/standing";
import * as actions from "@/lib/enrolment/actions";
import { listOpenCohorts } from "@/lib/enrolment/queries/open-cohorts";
import { timingOf } from "@/lib/enrolment/rules/timing";
import { getTranslations } from "@/lib/wording/translations";
import { DecideForm } from "./decide-form";
import { type DecisionProps, freed, NotForYou } from "./not-for-you";
import { TransferFields } from "./transfer-fields";

export async function AboutPlace({ actor, cohort, enrolment }: DecisionProps) {
  const { state, transferTo } = enrolment;
  const t = await getTranslations("enrolment.decide");
  if (transferTo) return <AboutTransfer actor={actor} cohort={cohort} enrolment={enrolment} />;
  if (!may(actor.role, "enrolment:cancel")) return <NotForYou />;

  // R26: who came leaves the training; a no-show is somebody nobody has seen.
  const mayBeAbsent = actor.today >= cohort.startsOn && !enrolment.arrival?.knownBy;
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

async function MoveForm({ actor, cohort, enrolment }: DecisionProps) {
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

async function AboutTransfer({ actor, enrolment }: DecisionProps) {
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
async function AboutOutcome({ actor, cohort, enrolment }: DecisionProps) {
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
