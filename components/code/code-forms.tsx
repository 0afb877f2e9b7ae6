import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField } from "@/components/ui/form/text-field";
import { editCode, endCode, reopenCode } from "@/lib/code/actions";
import type { CodeKind } from "@/lib/code/schema";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import type { CodeItem } from "./code-badge";
import { CodeFields } from "./code-fields";

/** Another wording, an end, or a new beginning; never a deletion (U30). */
export async function CodeForms({ kind, item, today }: { kind: CodeKind; item: CodeItem; today: Day }) {
  const [t, label] = await Promise.all([getTranslations("dictionary"), labelsOf("code")]);
  const which = (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="code" value={item.code} />
    </>
  );
  return (
    <>
      <Sheet title={t("editTitle")} note={t("editNote")}>
        <div className="sheet-body">
          <Form action={editCode} submissionKey={newSubmissionKey()} id="edit" aria-label={t("editTitle")}>
            {which}
            <div className="fields">
              <CodeFields zh={item.zh} en={item.en} position={item.position} />
            </div>
            <Submit main>{t("save")}</Submit>
          </Form>
        </div>
      </Sheet>
      <Sheet title={t(item.validTo ? "reopen" : "end")} note={t(item.validTo ? "reopenNote" : "endNote")}>
        <div className="sheet-body">
          {item.validTo ? (
            <Form action={reopenCode} submissionKey={newSubmissionKey()} id="reopen" aria-label={t("reopen")}>
              {which}
              <Submit>{t("reopen")}</Submit>
            </Form>
          ) : (
            <Form action={endCode} submissionKey={newSubmissionKey()} id="end" aria-label={t("end")}>
              {which}
              <div className="line-form">
                <DayField name="validTo" label={label.validTo} defaultValue={today} />
                <Submit danger>{t("end")}</Submit>
              </div>
            </Form>
          )}
        </div>
      </Sheet>
    </>
  );
}
