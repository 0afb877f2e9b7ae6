import { ButtonLink } from "@/components/ui/button-link";
import { submitRecord } from "@/lib/fund/actions/decide";
import { segmentOf } from "@/lib/fund/rules/ledger";
import { mayBeWrittenAnew, saidStateOf } from "@/lib/fund/rules/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { getTranslations } from "@/lib/wording/translations";
import { RecordBadge } from "./record-badge";
import { StepForm } from "./step-form";
import { RecordNote, RecordTitle } from "./waiting-list";

/** What one wrote oneself: drafts with their next step, what waits for somebody else, and what came back. */
export async function OwnList({ records }: { records: MoneyRecord[] }) {
  const t = await getTranslations("money.actions");

  return (
    <ul>
      {records.map((record) => (
        <li key={record.id} className="sheet-row grid items-center gap-x-6 gap-y-3 md:grid-cols-[minmax(0,1fr)_auto]">
          <div>
            <h3 className="regular">
              <RecordTitle record={record} />
              &ensp;
              <RecordBadge state={saidStateOf(record)} />
            </h3>
            <RecordNote record={record} />
            {record.stateReason && <p className="small">{t("rejectedFor", { reason: record.stateReason })}</p>}
          </div>
          <div className="actions">
            {record.state === "DRAFT" && (
              <>
                <ButtonLink href={`/fund/${segmentOf[record.kind]}/${record.id}/edit`}>{t("edit")}</ButtonLink>
                <StepForm
                  step="submit"
                  action={submitRecord}
                  record={record}
                  label={t("submit")}
                  refused={t("refused")}
                />
              </>
            )}
            {mayBeWrittenAnew(record) && (
              <ButtonLink href={`/fund/${segmentOf[record.kind]}/new?like=${record.id}`}>{t("anew")}</ButtonLink>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
