import { CheckField, SelectField } from "@/components/ui/form/choice-field";
import { FieldGroup } from "@/components/ui/form/field";
import { TextArea, TextField } from "@/components/ui/form/text-field";
import type { Choice } from "@/lib/code/queries/items";
import { listCodes } from "@/lib/code/queries/words";
import type { CourseRecord } from "@/lib/course/queries";
import { printedOccupation } from "@/lib/course/rules";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

const types = ["SKILL", "ENTREPRENEURSHIP"] as const;

/** What a course is and how many 课时 it has; its code is asked for once, at the beginning. */
export async function CourseFields({ course }: { course?: CourseRecord }) {
  const [t, label, kinds, pieces] = await Promise.all([
    getTranslations("course"),
    labelsOf("course"),
    listCodes("CLASSROOM_KIND", course?.practiceKinds),
    listCodes("EQUIPMENT", course?.practiceEquipment),
  ]);
  const periods = { inputMode: "numeric", maxLength: 3, width: "short" } as const;

  return (
    <div className="sheet-body fields">
      {!course && <TextField name="code" label={label.code} hint={t("hints.code")} maxLength={20} />}
      <TextField name="name" label={label.name} hint={t("hints.name")} maxLength={60} defaultValue={course?.name} />
      <SelectField
        name="type"
        label={label.type}
        options={types.map((type) => ({ value: type, label: t(`types.${type}`) }))}
        defaultValue={course?.type ?? "SKILL"}
      />
      <TextField
        name="occupation"
        label={label.occupation}
        maxLength={40}
        defaultValue={course?.occupation ?? undefined}
        optional
      />
      <TextField
        name="occupationCode"
        label={label.occupationCode}
        hint={t("hints.occupationCode")}
        maxLength={20}
        defaultValue={course?.occupationCode ?? undefined}
        optional
      />
      <TextField
        name="level"
        label={label.level}
        hint={t("hints.level")}
        maxLength={20}
        defaultValue={course?.level ?? undefined}
        optional
      />
      <TextArea
        name="covered"
        label={label.covered}
        hint={t("hints.covered")}
        rows={2}
        maxLength={500}
        defaultValue={course?.covered.map(printedOccupation).join("\n")}
        optional
      />
      <TextField
        name="theoryPeriods"
        label={label.theoryPeriods}
        hint={t("hints.periods")}
        defaultValue={course?.theoryPeriods ?? ""}
        {...periods}
      />
      <TextField
        name="practicePeriods"
        label={label.practicePeriods}
        hint={t("hints.periods")}
        defaultValue={course?.practicePeriods ?? ""}
        {...periods}
      />
      <TextField
        name="minPeriods"
        label={label.minPeriods}
        hint={t("hints.minPeriods")}
        defaultValue={course?.minPeriods ?? 0}
        {...periods}
      />
      <CheckField
        name="planGraded"
        label={label.planGraded}
        hint={t("hints.planGraded")}
        defaultChecked={course?.planGraded}
      />
      <NeedBoxes name="practiceKinds" options={kinds} hint={t("hints.practiceKinds")} kept={course?.practiceKinds} />
      <NeedBoxes
        name="practiceEquipment"
        options={pieces}
        hint={t("hints.practiceEquipment")}
        kept={course?.practiceEquipment}
      />
      <div className="whole">
        <TextArea
          name="description"
          label={label.description}
          maxLength={1_000}
          defaultValue={course?.description}
          width="wide"
          optional
        />
      </div>
    </div>
  );
}

type Needs = {
  name: "practiceKinds" | "practiceEquipment";
  options: Choice[];
  hint: string;
  kept: readonly string[] | undefined;
};

/** What practice needs of a classroom, a box each. */
async function NeedBoxes({ name, options, hint, kept = [] }: Needs) {
  const label = await labelsOf("course");
  return (
    <FieldGroup name={name} label={label[name]} hint={hint} optional>
      <div className="choice-row">
        {options.map(({ value, label: said }) => (
          <CheckField key={value} name={name} label={said} value={value} defaultChecked={kept.includes(value)} ofList />
        ))}
      </div>
    </FieldGroup>
  );
}
