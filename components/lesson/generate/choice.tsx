import { classroomOptions } from "@/components/classroom/classroom-options";
import { ableFirst } from "@/components/qualification/able-first";
import { CheckField, RadioField, SelectField } from "@/components/ui/form/choice-field";
import { DayField, TextField } from "@/components/ui/form/text-field";
import type { Room } from "@/lib/classroom/queries";
import { layingOrders } from "@/lib/lesson/rules/generate";
import { halves } from "@/lib/lesson/rules/half-day";
import { findAble } from "@/lib/qualification/queries/skills";
import type { Day } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import type { PlanDraft } from "./draft";

type Props = {
  path: string;
  cohort: { id: string; startsOn: Day };
  draft: PlanDraft;
  /** None for a cohort off the base. */
  classrooms: Room[];
  trainers: { id: string; name: string; speciality: string }[];
  /** Where to choose again, once the lessons of the choice stand below: the button there books these and no others. */
  again: string | undefined;
};

const kinds = ["practice", "theory"] as const;

/** On which days at which times, given by whom and where, from when on. */
export async function PlanChoice({ path, cohort, draft, classrooms, trainers, again }: Props) {
  const [t, label] = await Promise.all([getTranslations("lesson"), labelsOf("lesson")]);
  const [practice, theory] = await Promise.all(
    (["PRACTICE", "THEORY"] as const).map((kind) => classroomOptions(classrooms, { cohortIds: [cohort.id], kind })),
  );
  const rooms = { practice, theory };
  const { able } = await findAble([cohort.id], cohort.startsOn);
  const people = ableFirst(
    trainers.map(({ id, name, speciality }) => ({ value: id, label: speciality ? `${name} ${speciality}` : name })),
    (id) => able[cohort.id]?.includes(id) ?? false,
    { able: t("fields.able"), others: t("fields.otherTrainers") },
  );

  return (
    <form className="sheet-body" method="get" action={path} noValidate key={JSON.stringify([draft, again])}>
      <fieldset disabled={again !== undefined}>
        {draft.holidays.map((day) => (
          <input type="hidden" name="holidays" value={day} key={day} />
        ))}
        <div className="fields">
          <fieldset className="field">
            <legend>{label.weekdays}</legend>
            <div className="choice-row">
              {([1, 2, 3, 4, 5, 6, 7] as const).map((number) => (
                <label className="choice" key={number}>
                  <input
                    type="checkbox"
                    name="weekdays"
                    value={number}
                    defaultChecked={draft.weekdays.includes(String(number))}
                  />
                  {t(`weekday.${number}`)}
                </label>
              ))}
            </div>
          </fieldset>
          <DayField name="firstDay" label={label.firstDay} defaultValue={draft.firstDay} />
          {halves.map((half) => (
            <div className="flex flex-wrap items-end gap-x-3" key={half}>
              <CheckField name={half} label={t(`half.${half}`)} defaultChecked={draft[half] === "on"} />
              <TextField
                name={`${half}From`}
                label={label.startsAt}
                type="time"
                width="short"
                defaultValue={draft[`${half}From`]}
              />
              <TextField
                name={`${half}To`}
                label={label.endsAt}
                type="time"
                width="short"
                defaultValue={draft[`${half}To`]}
              />
            </div>
          ))}
          <RadioField
            name="order"
            label={label.order}
            defaultValue={draft.order}
            options={layingOrders.map((value) => ({
              value,
              label: t(`generate.orders.${value}`),
              hint: t(`generate.orderHints.${value}`),
            }))}
          />
        </div>
        <div className="fields">
          {kinds.map((kind) => (
            <div key={kind}>
              <TextField
                name={`${kind}Title`}
                label={label[`${kind}Title`]}
                defaultValue={draft[`${kind}Title`]}
                maxLength={60}
              />
              <SelectField
                name={`${kind}TrainerId`}
                label={label[`${kind}TrainerId`]}
                empty={t(kind === "theory" ? "generate.asPractice" : "fields.trainerEmpty")}
                options={people}
                defaultValue={draft[`${kind}TrainerId`]}
              />
              {classrooms.length > 0 && (
                <SelectField
                  name={`${kind}ClassroomNumber`}
                  label={label[`${kind}ClassroomNumber`]}
                  empty={t(kind === "theory" ? "generate.asPractice" : "fields.classroomEmpty")}
                  options={rooms[kind] ?? []}
                  defaultValue={draft[`${kind}ClassroomNumber`]}
                />
              )}
            </div>
          ))}
        </div>
        {again ? (
          <a className="button" href={again}>
            {t("copy.choose")}
          </a>
        ) : (
          <button type="submit" name="preview" value="on" className="button primary">
            {t("repeat.preview")}
          </button>
        )}
      </fieldset>
    </form>
  );
}
