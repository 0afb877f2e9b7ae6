import { ButtonLink } from "@/components/ui/button-link";
import { Form, type FormAction } from "@/components/ui/form/form";
import { MoreFields } from "@/components/ui/form/more-fields";
import { Submit } from "@/components/ui/form/submit";
import { TextArea } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove } from "@/lib/auth/permissions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { approveAdjustment, rejectAdjustment, withdrawAdjustment } from "@/lib/project/actions";
import type { Adjustment } from "@/lib/project/queries";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type StepsProps = { adjustment: Adjustment; actor: Actor; main?: boolean };

/** R73, R111: the decision of another person; the officer who wrote it may take it back meanwhile; `main` on a page of its own. */
export async function AdjustmentSteps({ adjustment, actor, main }: StepsProps) {
  const [t, label] = await Promise.all([getTranslations("project.adjustment"), labelsOf("adjustment")]);
  const own = adjustment.createdById === actor.id;
  if (adjustment.state === "DRAFT") return own ? <DraftSteps adjustment={adjustment} /> : null;
  if (own)
    return (
      <>
        <p className="muted mb-3">{t("ownProposal")}</p>
        <Step name="withdraw" action={withdrawAdjustment} adjustment={adjustment} label={t("withdraw")} />
      </>
    );
  if (!mayApprove(actor.role, "project:adjust")) return <p className="muted">{t("others")}</p>;
  return (
    <>
      <Step name="approve" action={approveAdjustment} adjustment={adjustment} label={t("approve")} main={main} />
      <div className="mt-2">
        <Step
          name="reject"
          action={rejectAdjustment}
          adjustment={adjustment}
          label={t("reject")}
          behind={t("rejectLead")}
        >
          <TextArea name="reason" label={label.reason} maxLength={200} rows={2} />
        </Step>
      </div>
    </>
  );
}

/** A draft goes on in its form, which says what has changed since (I27), or is thrown away. */
async function DraftSteps({ adjustment }: { adjustment: Adjustment }) {
  const t = await getTranslations("project.adjustment");
  return (
    <div className="actions">
      <ButtonLink href={`/fund/projects/${adjustment.projectId}/adjust?draft=${adjustment.id}`}>{t("goOn")}</ButtonLink>
      <Step name="withdraw" action={withdrawAdjustment} adjustment={adjustment} label={t("discard")} />
    </div>
  );
}

type StepProps = {
  name: "approve" | "reject" | "withdraw";
  action: FormAction;
  adjustment: Adjustment;
  label: string;
  behind?: string;
  main?: boolean | undefined;
  children?: React.ReactNode;
};

async function Step({ name, action, adjustment, label, behind, main, children }: StepProps) {
  const t = await getTranslations("project.adjustment");
  const asked = (
    <>
      {children}
      <Submit {...(main && { main })} danger={name === "reject"}>
        {label}
      </Submit>
    </>
  );
  return (
    <Form
      id={`${name}-${adjustment.id}`}
      action={action}
      submissionKey={newSubmissionKey()}
      version={adjustment.version}
      refusedTitle={t("refused")}
      aria-label={label}
    >
      <input type="hidden" name="adjustmentId" value={adjustment.id} />
      {behind ? <MoreFields summary={behind}>{asked}</MoreFields> : asked}
    </Form>
  );
}
