import { ApproveStep } from "@/components/cohort/approve-step";
import { Findings } from "@/components/cohort/findings";
import { MoveForm } from "@/components/cohort/move-form";
import { OpeningForm } from "@/components/cohort/opening-form";
import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import type { Actor } from "@/lib/auth/actor";
import { may, mayApprove, mayPropose, type Permission, roles } from "@/lib/auth/permissions";
import { submitCohort } from "@/lib/cohort/actions";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import type { Finding } from "@/lib/cohort/rules/opening";
import type { CohortState } from "@/lib/cohort/rules/states";
import { startCohort } from "@/lib/enrolment/actions";
import { getTranslations } from "@/lib/wording/translations";

type Props = { cohort: CohortRecord; actor: Actor; findings: Finding[] };

/** Where the cohort stands and the one step that leads on, for whoever may take it; for the others, who can. */
export async function NextStep({ cohort, actor, findings }: Props) {
  const t = await getTranslations("cohort");
  const step = stepOf(cohort);
  if (!step) return <Banner kind="info">{t(`next.lead.${cohort.state}`)}</Banner>;

  const mine = grantOf(step)(actor.role, step.permission);
  return (
    <Sheet title={t("overview.next")} note={t(`next.lead.${step.lead ?? cohort.state}`)}>
      <div className="sheet-body">
        {mine ? <Step cohort={cohort} actor={actor} findings={findings} /> : <Others step={step} />}
      </div>
    </Sheet>
  );
}

type Next = {
  permission: Permission;
  approves?: true;
  proposes?: true;
  lead?: "EXAM_PROPOSED" | "EXAM_RETURNED";
};

function stepOf({ state, closingProposedById, closingReturnedById }: CohortRecord): Next | undefined {
  if (state !== "EXAM") return steps[state];
  if (closingProposedById) return { permission: "cohort:close", approves: true, lead: "EXAM_PROPOSED" };
  const step: Next = { permission: "cohort:close", proposes: true };
  return closingReturnedById ? { ...step, lead: "EXAM_RETURNED" } : step;
}

const grantOf = ({ approves, proposes }: Next) => (approves ? mayApprove : proposes ? mayPropose : may);

const steps: Partial<Record<CohortState, Next>> = {
  DRAFT: { permission: "cohort:submit" },
  RETURNED: { permission: "cohort:submit" },
  SUBMITTED: { permission: "cohort:approve", approves: true },
  APPROVED: { permission: "cohort:start" },
  IN_PROGRESS: { permission: "cohort:start" },
};

/** U28: who can help. */
async function Others({ step }: { step: Next }) {
  const [t, role] = await Promise.all([getTranslations("cohort"), getTranslations("nav.roles")]);
  const able = roles.filter((one) => grantOf(step)(one, step.permission));
  return <p className="muted">{t("next.others", { roles: able.map((one) => role(one)).join(t("between")) })}</p>;
}

async function Step({ cohort, actor, findings }: Props) {
  const t = await getTranslations("cohort.next");

  switch (cohort.state) {
    case "DRAFT":
    case "RETURNED":
      return (
        <>
          {cohort.state === "RETURNED" && cohort.stateReason && (
            <Banner kind="warn" lead={t("returned")}>
              {cohort.stateReason}
            </Banner>
          )}
          <Findings findings={findings} cohort={cohort} actor={actor} />
          {findings.every(({ blocks }) => !blocks) && (
            <div className="mt-4">
              <OpeningForm id="submit" action={submitCohort} cohort={cohort} actor={actor} label={t("submit")} />
            </div>
          )}
        </>
      );
    case "SUBMITTED":
      return <ApproveStep cohort={cohort} actor={actor} findings={findings} />;
    case "APPROVED":
      if (actor.today < cohort.startsOn) return <p className="muted">{t("startsLater", { day: cohort.startsOn })}</p>;
      return (
        <MoveForm id="start" action={startCohort} cohort={cohort} label={t("start")} kind="main">
          {cohort.counts.WAITLISTED > 0 && <p className="muted mb-3">{t("waitingStay")}</p>}
        </MoveForm>
      );
    case "IN_PROGRESS":
      return <ButtonLink href={`/cohorts/${cohort.id}/exam`}>{t("toExam")}</ButtonLink>;
    default:
      return (
        <>
          {cohort.closingReturnReason && (
            <Banner kind="warn" lead={t("closingReturned")}>
              {cohort.closingReturnReason}
            </Banner>
          )}
          <ButtonLink href={`/cohorts/${cohort.id}/completion`} main>
            {t("completion")}
          </ButtonLink>
        </>
      );
  }
}
