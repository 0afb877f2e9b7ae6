import { Sheet } from "@/components/layout/sheet";
import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { equipClassroom } from "@/lib/classroom/actions";
import type { ClassroomRecord } from "@/lib/classroom/queries";
import { listCodes } from "@/lib/code/queries/words";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

/** One piece of equipment and how many there are; said again it is corrected. */
export async function EquipClassroom({ room }: { room: ClassroomRecord }) {
  const [t, label, pieces] = await Promise.all([
    getTranslations("classroom"),
    labelsOf("classroom"),
    listCodes(
      "EQUIPMENT",
      room.equipment.map(({ code }) => code),
    ),
  ]);
  return (
    <Sheet title={t("equip")} note={t("equipNote")}>
      <div className="sheet-body">
        <Form
          id="equip"
          action={equipClassroom}
          submissionKey={newSubmissionKey()}
          version={room.version}
          aria-label={t("equip")}
        >
          <input type="hidden" name="classroomNumber" value={room.number} />
          <div className="line-form">
            <SelectField name="equipment" label={label.equipment} empty={t("equipEmpty")} options={pieces} />
            <TextField name="count" label={label.count} inputMode="numeric" width="short" maxLength={3} />
            <Submit>{t("save")}</Submit>
          </div>
        </Form>
      </div>
    </Sheet>
  );
}
