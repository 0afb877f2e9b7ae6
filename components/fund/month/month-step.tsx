import { Sheet } from "@/components/layout/sheet";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form/form";
import { MoreFields } from "@/components/ui/form/more-fields";
import { Submit } from "@/components/ui/form/submit";
import { TextArea } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { lockMonth, returnMonth, submitMonth } from "@/lib/fund/actions/period";
import type { FundMonth } from "@/lib/fund/queries/months";
import { yearOf } from "@/lib/value/calendar";
import { exactWan } from "@/lib/value/money";
import { numberOfMonth } from "@/lib/value/period";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** R76: a month that is over is reported by one person and locked, or given back, by another. */
export async function MonthStep({ month, step }: { month: FundMonth; step: "submit" | "lock" }) {
  const t = await getTranslations("money.months");
  const [year, number] = [String(yearOf(month.month)), numberOfMonth(month.month)];

  return (
    <div id="step">
      <Sheet title={t("stepTitle", { year, month: number })} note={t(`stepNote.${step}`)}>
        <div className="sheet-body flat">
          <Facts
            facts={[
              { term: t("columns.arranged"), value: exactWan(month.arranged) },
              { term: t("columns.disbursed"), value: exactWan(month.disbursed) },
              { term: t("columns.completed"), value: exactWan(month.completed) },
              { term: t("columns.waiting"), value: month.waiting },
            ]}
          />
        </div>
        <div className="sheet-body">
          {month.waiting > 0 && step === "submit" && (
            <p className="warn-text mb-3">
              {t.rich("undecided", {
                count: month.waiting,
                link: (text) => <a href={`/fund/approvals?month=${month.month}`}>{text}</a>,
              })}
            </p>
          )}
          {step === "submit" ? <Report month={month} /> : <Decide month={month} />}
        </div>
      </Sheet>
    </div>
  );
}

async function Report({ month }: { month: FundMonth }) {
  const t = await getTranslations("money");
  return (
    <Form
      id="report"
      action={submitMonth}
      submissionKey={newSubmissionKey()}
      refusedTitle={t("actions.refused")}
      aria-label={t("months.steps.submit")}
    >
      <input type="hidden" name="month" value={month.month} />
      <Submit main>{t("months.steps.submit")}</Submit>
    </Form>
  );
}

async function Decide({ month }: { month: FundMonth }) {
  const [t, label] = await Promise.all([getTranslations("money"), labelsOf("month")]);
  const shared = { submissionKey: newSubmissionKey(), version: month.version, refusedTitle: t("actions.refused") };

  return (
    <>
      <Form id="lock" action={lockMonth} {...shared} aria-label={t("months.steps.lock")}>
        <input type="hidden" name="month" value={month.month} />
        <Submit main>{t("months.steps.lock")}</Submit>
      </Form>
      <div className="mt-3">
        <Form
          id="return"
          action={returnMonth}
          {...shared}
          submissionKey={newSubmissionKey()}
          aria-label={t("months.steps.return")}
        >
          <input type="hidden" name="month" value={month.month} />
          <MoreFields summary={t("months.returnLead")}>
            <TextArea name="reason" label={label.reason} maxLength={200} rows={2} />
            <Submit danger>{t("months.steps.return")}</Submit>
          </MoreFields>
        </Form>
      </div>
    </>
  );
}
