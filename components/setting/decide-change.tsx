import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { More } from "@/components/ui/more";
import type { Actor } from "@/lib/auth/actor";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { approveSetting, rejectSetting, withdrawSetting } from "@/lib/setting/actions";
import type { Change } from "@/lib/setting/queries";
import { signatureBy, signerOn } from "@/lib/setting/rules";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** Sign, say no, or take back one's own; nothing for whoever may none of it or has signed already. */
export async function DecideChange({ actor, change }: { actor: Actor; change: Change }) {
  const [t, label] = await Promise.all([getTranslations("setting"), labelsOf("setting")]);
  const { id, version, domain, createdById } = change;
  const which = <input type="hidden" name="settingChangeId" value={id} />;

  if (createdById === actor.id)
    return (
      <div className="sheet-body">
        <Form
          action={withdrawSetting}
          submissionKey={newSubmissionKey()}
          version={version}
          id={`withdraw-${id}`}
          aria-label={t("withdraw")}
        >
          {which}
          <Submit>{t("withdraw")}</Submit>
        </Form>
      </div>
    );

  const signature = signatureBy(actor.role, domain);
  if (!signature) return null;
  const signed = signerOn(change, signature);
  return (
    <div className="sheet-body">
      {signed ? (
        <p className="small muted">{t("signedAlready")}</p>
      ) : (
        <Form
          action={approveSetting}
          submissionKey={newSubmissionKey()}
          version={version}
          id={`approve-${id}`}
          aria-label={t("approve")}
        >
          {which}
          <Submit main>{t("approve")}</Submit>
        </Form>
      )}
      <More summary={t("reject")}>
        <Form
          action={rejectSetting}
          submissionKey={newSubmissionKey()}
          version={version}
          id={`reject-${id}`}
          aria-label={t("reject")}
        >
          {which}
          <div className="line-form">
            <TextField name="stateReason" label={label.stateReason} maxLength={500} />
            <Submit danger>{t("reject")}</Submit>
          </div>
        </Form>
      </More>
    </div>
  );
}
