import { RadioField, SelectField } from "@/components/ui/form/choice-field";
import { Submit } from "@/components/ui/form/submit";
import { TextArea, TextField } from "@/components/ui/form/text-field";
import { HolidaySeen } from "@/components/working-day/holiday-seen";
import { listRoomsFor } from "@/lib/lesson/queries/stand-ins";
import type { Act } from "@/lib/lesson/rules/acts";
import { postponings } from "@/lib/lesson/rules/postpone";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { SubstituteFields } from "./substitute";

type Props = { act: Act; lessonIds: string[] };

/** What an act asks for beside its lessons, and its button. */
export async function ActFields({ act, lessonIds }: Props) {
  const t = await getTranslations("lesson.several");
  if (act === "trainer") return <SubstituteFields lessonIds={lessonIds} save={t("save.trainer")} />;
  if (act === "room") return <RoomFields lessonIds={lessonIds} />;

  const label = await labelsOf("lesson");
  if (act === "cancel")
    return (
      <>
        <TextArea name="reason" label={label.reason} hint={t("cancelHint")} maxLength={200} rows={2} />
        <Submit danger>{t("save.cancel")}</Submit>
      </>
    );
  return (
    <>
      <TextField name="steps" label={label.steps} inputMode="numeric" maxLength={2} width="short" defaultValue={1} />
      <RadioField
        name="by"
        label={label.by}
        defaultValue="TEACHING_DAYS"
        inLine
        options={postponings.map((value) => ({ value, label: t(`by.${value}`) }))}
      />
      <HolidaySeen />
      <Submit main>{t("save.postpone")}</Submit>
    </>
  );
}

/** R36, R37: the classrooms that can take all of the lessons; of the others is said how many they cannot. */
async function RoomFields({ lessonIds }: { lessonIds: string[] }) {
  const [t, label, rooms] = await Promise.all([
    getTranslations("lesson.several"),
    labelsOf("lesson"),
    listRoomsFor(lessonIds),
  ]);
  return (
    <>
      <SelectField
        name="classroomNumber"
        label={label.classroomNumber}
        empty={t("roomEmpty")}
        options={rooms.map(({ number, label: sign, name, lacking }) => ({
          value: String(number),
          label: t(lacking.length > 0 ? "roomLacks" : "room", { label: sign, name, count: lacking.length }),
          disabled: lacking.length > 0,
        }))}
      />
      <Submit main>{t("save.room")}</Submit>
    </>
  );
}
