import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { undoImport } from "@/lib/roster-import/actions";
import type { Import } from "@/lib/roster-import/queries/imports";
import { minuteOfInstant } from "@/lib/value/clock";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** R81: an import is undone as a whole, within a day; what of it cannot be undone is said line by line afterwards. */
export async function UndoSheet({ found }: { found: Import }) {
  const { id, undoable, undoableUntil, undoneAt, undoneBy, undoReason } = found;
  const [t, label] = await Promise.all([getTranslations("rosterImport.done"), labelsOf("rosterImport")]);
  if (undoneAt)
    return (
      <Banner kind="info">
        {t("undone", { at: minuteOfInstant(undoneAt), by: undoneBy ?? "", reason: undoReason ?? "" })}
      </Banner>
    );
  if (!undoable) return <Banner kind="info">{t("old", { until: minuteOfInstant(undoableUntil) })}</Banner>;
  return (
    <Sheet title={t("undo")} note={t("until", { until: minuteOfInstant(undoableUntil) })}>
      <div className="sheet-body">
        <p className="muted mb-4">{t("explained")}</p>
        <Form action={undoImport} submissionKey={newSubmissionKey()} refusedTitle={t("notUndone")}>
          <input type="hidden" name="importId" value={id} />
          <TextField name="reason" label={label.reason} maxLength={200} />
          <Submit danger>{t("undo")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
