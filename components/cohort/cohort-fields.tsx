import { Sheet } from "@/components/layout/sheet";
import { RadioField, SelectField } from "@/components/ui/form/choice-field";
import { DayField, TextArea, TextField } from "@/components/ui/form/text-field";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import type { findPlanLimits } from "@/lib/cohort/queries/year";
import type { listOpenCourses } from "@/lib/course/queries";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Plan = {
  given: CohortRecord | undefined;
  courses: Awaited<ReturnType<typeof listOpenCourses>>;
  courseId: string | undefined;
  limits: Awaited<ReturnType<typeof findPlanLimits>>;
  locked: boolean;
  isNew: boolean;
};

/** What is taught, under which title, to how many; once approved only the title is left. */
export async function PlanFields({ given, courses, courseId, limits, locked, isNew }: Plan) {
  const [t, label] = await Promise.all([getTranslations("cohort"), labelsOf("cohort")]);
  const options = courses.map(({ id, name, theoryPeriods, practicePeriods }) => ({
    value: id,
    label: t("form.courseOption", { name, periods: theoryPeriods + practicePeriods }),
  }));

  return (
    <Sheet title={t("form.course")} note={locked && t("hints.locked")}>
      <div className="sheet-body fields">
        {!locked && (
          <SelectField
            name="courseId"
            label={label.courseId}
            hint={t("hints.course")}
            options={options}
            empty={t("form.chooseCourse")}
            defaultValue={given?.course.id ?? courseId}
          />
        )}
        <TextField
          name="title"
          label={label.title}
          hint={t(isNew ? "hints.titleDraft" : "hints.title")}
          maxLength={60}
          defaultValue={given?.title}
          optional={isNew}
        />
        {!locked && (
          <TextField
            name="seats"
            label={label.seats}
            hint={t("hints.seatsBoth", limits)}
            inputMode="numeric"
            maxLength={3}
            defaultValue={given?.seats}
          />
        )}
      </div>
    </Sheet>
  );
}

type Dates = { given: CohortRecord | undefined; filingDays: number; locked: boolean; isNew: boolean };

/** When and where; a copy asks for its own dates, a cohort that has begun keeps its first day. */
export async function DateFields({ given, filingDays, locked, isNew }: Dates) {
  const [t, label] = await Promise.all([getTranslations("cohort"), labelsOf("cohort")]);
  const held = (["BASE", "OUTSIDE"] as const).map((value) => ({ value, label: t(`heldAt.${value}`) }));

  return (
    <Sheet title={t("form.when")}>
      <div className="sheet-body fields">
        {!locked && (
          <DayField
            name="startsOn"
            label={label.startsOn}
            hint={t("hints.startsOn", { days: filingDays })}
            defaultValue={isNew ? undefined : given?.startsOn}
          />
        )}
        <DayField
          name="endsOn"
          label={label.endsOn}
          hint={t("hints.endsOn")}
          defaultValue={isNew ? undefined : given?.endsOn}
        />
        {!locked && (
          <>
            <RadioField
              name="atBase"
              label={label.atBase}
              hint={t("hints.heldAt")}
              options={held}
              defaultValue={given && !given.atBase ? "OUTSIDE" : "BASE"}
              inLine
            />
            <TextField
              name="place"
              label={label.place}
              hint={t("hints.place")}
              maxLength={60}
              defaultValue={given?.place ?? undefined}
              optional
            />
          </>
        )}
      </div>
    </Sheet>
  );
}

export async function PaperFields({ given }: { given: CohortRecord | undefined }) {
  const [t, label] = await Promise.all([getTranslations("cohort"), labelsOf("cohort")]);

  return (
    <Sheet title={t("form.papers")}>
      <div className="sheet-body">
        <TextField
          name="contact"
          label={label.contact}
          hint={t("hints.contact")}
          maxLength={60}
          defaultValue={given?.contact}
          optional
        />
        <TextArea
          name="examPlan"
          label={label.examPlan}
          maxLength={1_000}
          defaultValue={given?.examPlan}
          width="wide"
          optional
        />
        <TextArea
          name="material"
          label={label.material}
          maxLength={1_000}
          defaultValue={given?.material}
          width="wide"
          optional
        />
      </div>
    </Sheet>
  );
}
