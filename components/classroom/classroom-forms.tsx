import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { DayField, TextField } from "@/components/ui/form/text-field";
import { editClassroom } from "@/lib/classroom/actions";
import type { ClassroomRecord } from "@/lib/classroom/queries";
import { listCodes } from "@/lib/code/queries/words";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { closeClassroom } from "@/lib/lesson/actions";
import type { Day } from "@/lib/value/calendar";
import { labelsOf, sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { InTheWay } from "./in-the-way";

/** Takes the classroom out of service; a lesson that is in the way is one press away. */
export async function CloseClassroom({ room, today }: { room: ClassroomRecord; today: Day }) {
  const [t, label, words] = await Promise.all([
    getTranslations("classroom"),
    labelsOf("classroom"),
    getMessages().then(({ classroom }) => sentences(classroom)),
  ]);
  return (
    <Sheet title={t("close")} note={t("closeNote")}>
      <div className="sheet-body">
        <Form
          id="close"
          action={closeClassroom}
          submissionKey={newSubmissionKey()}
          aria-label={t("close")}
          refused={<InTheWay words={words} />}
        >
          <input type="hidden" name="classroomNumber" value={room.number} />
          <div className="fields">
            <div className="flex flex-wrap gap-x-3">
              <DayField name="startsOn" label={label.startsOn} defaultValue={today} />
              <TextField name="startsAt" label={label.startsAt} type="time" width="short" defaultValue="08:00" />
            </div>
            <div className="flex flex-wrap gap-x-3">
              <DayField name="endsOn" label={label.endsOn} defaultValue={today} />
              <TextField name="endsAt" label={label.endsAt} type="time" width="short" defaultValue="18:00" />
            </div>
            <TextField name="reason" label={label.reason} maxLength={60} />
          </div>
          <Submit>{t("closeSave")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}

export async function EditClassroom({ room }: { room: ClassroomRecord }) {
  const [t, label, kinds] = await Promise.all([
    getTranslations("classroom"),
    labelsOf("classroom"),
    listCodes("CLASSROOM_KIND", [room.kind]),
  ]);
  return (
    <Sheet title={t("edit")} note={t("editNote")}>
      <div className="sheet-body">
        <Form
          id="edit"
          action={editClassroom}
          submissionKey={newSubmissionKey()}
          version={room.version}
          aria-label={t("edit")}
        >
          <input type="hidden" name="classroomNumber" value={room.number} />
          <div className="fields">
            <TextField name="name" label={label.name} defaultValue={room.name} maxLength={20} />
            <SelectField name="kind" label={label.kind} options={kinds} defaultValue={room.kind} />
            <TextField
              name="seats"
              label={label.seats}
              inputMode="numeric"
              width="short"
              defaultValue={String(room.seats)}
              maxLength={3}
            />
          </div>
          <Submit>{t("save")}</Submit>
        </Form>
      </div>
    </Sheet>
  );
}
