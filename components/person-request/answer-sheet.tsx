import { FactorCodeField } from "@/components/account/factor-code-field";
import { Sheet } from "@/components/layout/sheet";
import { FactorFirst } from "@/components/report/factor-first";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { declineRequest, grantOwnData } from "@/lib/person-request/actions";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  traineeId: string;
  requestId: string;
  /** Whole numbers leave for an account with a second factor only (R100). */
  hasFactor: boolean;
  /** A grant that was not used yet. */
  grant: string | undefined;
};

/** R93, R98: the director proves it, takes the file once and hands it to the person; or says why not. */
export async function AnswerSheet({ traineeId, requestId, hasFactor, grant }: Props) {
  const [t, label] = await Promise.all([getTranslations("personRequest"), labelsOf("personRequest")]);
  const page = `/trainees/${traineeId}/own-data`;
  if (!hasFactor) return <FactorFirst from={page} />;
  if (grant)
    return (
      <Sheet title={t("ready")} note={t("readyText")}>
        <div className="sheet-body">
          <ButtonLink href={`${page}/file?grant=${grant}`} main file>
            {t("take")}
          </ButtonLink>
        </div>
      </Sheet>
    );
  return (
    <>
      <Sheet title={t("grantTitle")} note={t("grantNote")}>
        <div className="sheet-body">
          <GrantForm requestId={requestId} />
        </div>
      </Sheet>
      <Sheet title={t("declineTitle")} note={t("declineNote")}>
        <div className="sheet-body">
          <Form action={declineRequest} submissionKey={newSubmissionKey()} id="decline">
            <input type="hidden" name="personRequestId" value={requestId} />
            <TextField name="reason" label={label.reason} maxLength={200} />
            <Submit danger>{t("decline")}</Submit>
          </Form>
        </div>
      </Sheet>
    </>
  );
}

async function GrantForm({ requestId }: { requestId: string }) {
  const [t, label] = await Promise.all([getTranslations("personRequest"), labelsOf("account")]);
  return (
    <Form action={grantOwnData} submissionKey={newSubmissionKey()} id="grant" refusedTitle={t("refused")}>
      <input type="hidden" name="personRequestId" value={requestId} />
      <div className="fields">
        <TextField
          name="currentPassword"
          label={label.currentPassword}
          type="password"
          autoComplete="current-password"
          maxLength={200}
        />
        <FactorCodeField />
      </div>
      <Submit main>{t("grant")}</Submit>
    </Form>
  );
}
