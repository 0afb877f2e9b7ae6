import { Badge } from "@/components/ui/badge";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { endCertificate } from "@/lib/qualification/actions";
import type { CertificateRow } from "@/lib/qualification/queries/certificates";
import { standingOf } from "@/lib/qualification/rules";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { StandingBadge } from "./standing-badge";

type Props = { certificates: CertificateRow[]; today: Day; noticeDays: number; mayEdit: boolean };

/** The certificates of a trainer, those that have ended with their reason; a wrong or replaced one is ended here, never deleted. */
export async function CertificateTable({ certificates, today, noticeDays, mayEdit }: Props) {
  const [t, label] = await Promise.all([getTranslations("qualification"), labelsOf("trainerCertificate")]);
  if (certificates.length === 0) return <Empty lead={t("noCertificates")} />;

  return (
    <table className="table cards">
      <caption className="sr-only">{t("certificates")}</caption>
      <thead>
        <tr>
          <th scope="col">{label.name}</th>
          <th scope="col">{label.number}</th>
          <th scope="col">{label.issuedOn}</th>
          <th scope="col">{label.validUntil}</th>
          <th scope="col">{t("state")}</th>
          {mayEdit && (
            <th scope="col">
              <span className="sr-only">{t("end")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {certificates.map(({ id, name, level, number, issuedOn, validUntil, endedOn, endReason }) => (
          <tr key={id}>
            <th scope="row" className="card-name">
              {[name, level].filter(Boolean).join(" ")}
            </th>
            <td className="card-below">{number}</td>
            <td className="card-more nowrap" data-label={label.issuedOn}>
              {issuedOn}
            </td>
            <td className="card-below-side nowrap" data-label={label.validUntil}>
              {validUntil ?? t("endless")}
            </td>
            <td className="card-side">
              {endedOn ? (
                <Badge>{t("ended", { day: endedOn, reason: endReason ?? "" })}</Badge>
              ) : (
                <StandingBadge standing={standingOf({ validUntil }, today, noticeDays)} day={validUntil} />
              )}
            </td>
            {mayEdit && (
              <td className="card-more">
                {!endedOn && (
                  <details className="more">
                    <summary>{t("end")}</summary>
                    <Form
                      id={`end-${id}`}
                      action={endCertificate}
                      submissionKey={newSubmissionKey()}
                      aria-label={t("endLabel", { name })}
                    >
                      <input type="hidden" name="paperId" value={id} />
                      <TextField name="reason" label={label.endReason} hint={t("endHint")} maxLength={100} />
                      <Submit tight>{t("endSave")}</Submit>
                    </Form>
                  </details>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
