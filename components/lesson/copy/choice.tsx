import { classroomOptions } from "@/components/classroom/classroom-options";
import { SelectField } from "@/components/ui/form/choice-field";
import { DayField } from "@/components/ui/form/text-field";
import type { Room } from "@/lib/classroom/queries";
import { type CopyOrder, copyOrders } from "@/lib/lesson/rules/shift";
import type { Day } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = {
  path: string;
  sources: { id: string; number: string; title: string }[];
  cohortId: string;
  /** None for a cohort off the base. */
  classrooms: Room[];
  chosen: { from: string; firstDay: Day; classroomNumber: number | null; order: CopyOrder };
  /** Where to choose again, once the lessons of the choice stand below: the button there books these and no others. */
  again: string | undefined;
};

/** Which run's timetable, from which day on, in which classroom. */
export async function CopyChoice({ path, sources, cohortId, classrooms, chosen, again }: Props) {
  const [t, rooms] = await Promise.all([
    getTranslations("lesson"),
    classroomOptions(classrooms, { cohortIds: [cohortId], kind: "PRACTICE" }),
  ]);

  return (
    <form className="sheet-body" method="get" action={path} noValidate key={`${JSON.stringify(chosen)} ${again}`}>
      <fieldset className="line-form" disabled={again !== undefined}>
        <SelectField
          name="from"
          label={t("copy.from")}
          options={sources.map(({ id, number, title }) => ({
            value: id,
            label: t("fields.cohort", { number, title }),
          }))}
          defaultValue={chosen.from}
        />
        <DayField name="firstDay" label={t("copy.firstDay")} defaultValue={chosen.firstDay} />
        {classrooms.length > 0 && (
          <SelectField
            name="classroom"
            label={t("record.classroom")}
            empty={t("copy.sameRooms")}
            options={rooms}
            defaultValue={chosen.classroomNumber ? String(chosen.classroomNumber) : ""}
          />
        )}
        <SelectField
          name="order"
          label={t("copy.order")}
          options={copyOrders.map((value) => ({ value, label: t(`copy.orders.${value}`) }))}
          defaultValue={chosen.order}
        />
        {again ? (
          <a className="button" href={again}>
            {t("copy.choose")}
          </a>
        ) : (
          <button type="submit" className="button primary">
            {t("repeat.preview")}
          </button>
        )}
      </fieldset>
    </form>
  );
}
