import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextField } from "@/components/ui/form/text-field";
import { addCode } from "@/lib/code/actions";
import type { CodeKind } from "@/lib/code/schema";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import type { CodeItem } from "./code-badge";
import { CodeFields } from "./code-fields";

export async function AddCode({ kind, items, today }: { kind: CodeKind; items: CodeItem[]; today: Day }) {
  const [t, label] = await Promise.all([getTranslations("dictionary"), labelsOf("code")]);
  const position = Math.min(999, Math.max(0, ...items.map((item) => item.position)) + 1);
  return (
    <Sheet title={t("add")} note={t("addNote")}>
      <div className="sheet-body">
        <Form action={addCode} submissionKey={newSubmissionKey()} id="add" aria-label={t("add")}>
          <input type="hidden" name="kind" value={kind} />
          <div className="fields">
            <CodeFields position={position} />
            <TextField name="code" label={label.code} hint={t("codeHint")} width="short" maxLength={24} />
            <DayField name="validFrom" label={label.validFrom} defaultValue={today} />
          </div>
          <Submit main>{t("add")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
