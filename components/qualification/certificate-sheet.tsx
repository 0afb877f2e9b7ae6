import { listCertificates } from "@/lib/qualification/queries/certificates";
import { parametersOn } from "@/lib/setting/parameter";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { CertificateTable } from "./certificate-table";
import { RecordCertificate } from "./record-certificate";

/** Under an address of its own, to which the register leads. */
export async function CertificateSheet({
  trainerId,
  today,
  mayEdit,
}: {
  trainerId: string;
  today: Day;
  mayEdit: boolean;
}) {
  const [t, certificates, parameters] = await Promise.all([
    getTranslations("qualification"),
    listCertificates(trainerId),
    parametersOn(today),
  ]);
  const noticeDays = parameters("certificate_notice_days");
  return (
    <section className="sheet" id="certificates" aria-labelledby="certificates-head">
      <div className="sheet-head">
        <h2 id="certificates-head">{t("certificates")}</h2>
        <p>{t("certificatesNote", { days: noticeDays })}</p>
      </div>
      <CertificateTable certificates={certificates} today={today} noticeDays={noticeDays} mayEdit={mayEdit} />
      {mayEdit && <RecordCertificate trainerId={trainerId} />}
    </section>
  );
}
