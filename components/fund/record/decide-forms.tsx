import { TextArea } from "@/components/ui/form/text-field";
import { approveRecord, rejectRecord } from "@/lib/fund/actions/decide";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { StepForm } from "./step-form";

/** R111: another person approves, or says why not; `main` where this is the one thing to do on the page. */
export async function DecideForms({ record, main }: { record: MoneyRecord; main?: boolean }) {
  const [t, label] = await Promise.all([getTranslations("money"), labelsOf("money")]);
  const refused = t("actions.refused");

  return (
    <>
      <StepForm
        step="approve"
        action={approveRecord}
        record={record}
        label={t("actions.approve")}
        refused={refused}
        {...(main && { kind: "main" as const })}
      />
      <div className="mt-2">
        <StepForm
          step="reject"
          action={rejectRecord}
          record={record}
          label={t("actions.reject")}
          refused={refused}
          kind="danger"
          behind={t("actions.rejectLead")}
        >
          <TextArea name="reason" label={label.reason} hint={t("hints.reject")} maxLength={200} rows={2} />
        </StepForm>
      </div>
    </>
  );
}
