import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { mayPropose } from "@/lib/auth/permissions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { proposeVoid } from "@/lib/completion/actions";
import { listCertificates } from "@/lib/completion/queries/certificates";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** R52: what was issued to one person, void ones included, and the wish to void the valid one. */
export async function CertificatesOfPerson({ enrolmentId, actor }: { enrolmentId: string; actor: Actor }) {
  const [t, label] = await Promise.all([getTranslations("completion.certificates"), labelsOf("enrolment")]);
  const certificates = await listCertificates(enrolmentId);
  if (certificates.length === 0) return null;
  const valid = certificates.find(({ voidedOn }) => !voidedOn);

  return (
    <Sheet title={t("ofPerson")}>
      <ul className="sheet-body">
        {certificates.map(({ id, number, issuedOn, voidedOn, voidReason, ...facts }) => (
          <li key={id}>
            <b>{number}</b>&ensp;{t("issued", { day: issuedOn })}&ensp;
            {t("facts", {
              name: facts.name ?? "",
              course: facts.course ?? "",
              from: facts.startsOn ?? "",
              to: facts.endsOn ?? "",
              attended: facts.attendedPeriods ?? 0,
              scheduled: facts.scheduledPeriods ?? 0,
            })}
            {voidedOn && <>&ensp;{t("voided", { day: voidedOn, reason: voidReason ?? "" })}</>}
          </li>
        ))}
      </ul>
      {valid?.isDoubted && <p className="sheet-body muted">{t("doubted")}</p>}
      {valid && !valid.isDoubted && mayPropose(actor.role, "certificate:void") && (
        <div className="sheet-body">
          <Form action={proposeVoid} id="void" submissionKey={newSubmissionKey()}>
            <input type="hidden" name="certificateId" value={valid.id} />
            <TextField name="reason" label={label.reason} hint={t("voidHint")} maxLength={200} />
            <Submit danger>{t("proposeVoid")}</Submit>
          </Form>
        </div>
      )}
    </Sheet>
  );
}
