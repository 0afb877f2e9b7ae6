import { getMessages, getTranslations } from "next-intl/server";
import { CheckField, SelectField } from "@/components/ui/form/choice-field";
import { TextArea, TextField } from "@/components/ui/form/text-field";
import type { CourseRecord } from "@/lib/course/queries";
import { printedOccupation } from "@/lib/course/rules";

const types = ["SKILL", "ENTREPRENEURSHIP"] as const;

/** What a course is and how many 课时 it has; its code is asked for once, at the beginning. */
export async function CourseFields({ course }: { course?: CourseRecord }) {
  const [t, { field }] = await Promise.all([getTranslations("course"), getMessages()]);
  const periods = { inputMode: "numeric", maxLength: 3, width: "short" } as const;

  return (
    <div className="sheet-body fields">
      {!course && <TextField name="courseCode" label={field.courseCode} hint={t("hints.code")} maxLength={20} />}
      <TextField
        name="courseName"
        label={field.courseName}
        hint={t("hints.name")}
        maxLength={60}
        defaultValue={course?.name}
      />
      <SelectField
        name="courseType"
        label={field.courseType}
        options={types.map((type) => ({ value: type, label: t(`types.${type}`) }))}
        defaultValue={course?.type ?? "SKILL"}
      />
      <TextField
        name="occupation"
        label={field.occupation}
        maxLength={40}
        defaultValue={course?.occupation ?? undefined}
        optional
      />
      <TextField
        name="occupationCode"
        label={field.occupationCode}
        hint={t("hints.occupationCode")}
        maxLength={20}
        defaultValue={course?.occupationCode ?? undefined}
        optional
      />
      <TextField
        name="level"
        label={field.level}
        hint={t("hints.level")}
        maxLength={20}
        defaultValue={course?.level ?? undefined}
        optional
      />
      <TextArea
        name="covered"
        label={field.covered}
        hint={t("hints.covered")}
        rows={2}
        maxLength={500}
        defaultValue={course?.covered.map(printedOccupation).join("\n")}
        optional
      />
      <TextField
        name="theoryPeriods"
        label={field.theoryPeriods}
        hint={t("hints.periods")}
        defaultValue={course?.theoryPeriods ?? ""}
        {...periods}
      />
      <TextField
        name="practicePeriods"
        label={field.practicePeriods}
        hint={t("hints.periods")}
        defaultValue={course?.practicePeriods ?? ""}
        {...periods}
      />
      <TextField
        name="minPeriods"
        label={field.minPeriods}
        hint={t("hints.minPeriods")}
        defaultValue={course?.minPeriods ?? 0}
        {...periods}
      />
      <CheckField
        name="planGraded"
        label={field.planGraded}
        hint={t("hints.planGraded")}
        defaultChecked={course?.planGraded}
      />
      <div className="whole">
        <TextArea
          name="description"
          label={field.description}
          maxLength={1_000}
          defaultValue={course?.description}
          width="wide"
          optional
        />
      </div>
    </div>
  );
}
