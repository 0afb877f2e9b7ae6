import { Sheet } from "@/components/layout/sheet";
import { SelectField } from "@/components/ui/form/choice-field";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { substituteTrainer } from "@/lib/lesson/actions";
import type { LessonRecord } from "@/lib/lesson/queries/record";
import { listBegun } from "@/lib/lesson/queries/several";
import { listSubstitutes } from "@/lib/lesson/queries/stand-ins";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { ClashWays } from "../clash-ways";

/** 代课: somebody else gives a lesson that has not begun; offered is who is free then. */
export async function SubstituteTrainer({ lesson: { id, version, trainer } }: { lesson: LessonRecord }) {
  if ((await listBegun([id])).length > 0) return null;

  const t = await getTranslations("lesson.substitute");
  return (
    <Sheet title={t("title")} note={t("note", { trainer: trainer.name })}>
      <div className="sheet-body">
        <Form
          id="substitute"
          action={substituteTrainer}
          submissionKey={newSubmissionKey()}
          version={version}
          aria-label={t("title")}
          refusedTitle={t("refused")}
          refused={<ClashWays />}
        >
          <input type="hidden" name="lessonId" value={id} />
          <SubstituteFields lessonIds={[id]} save={t("save")} />
        </Form>
      </div>
    </Sheet>
  );
}

/** R36: who is free in all of the lessons, or that nobody is. */
export async function SubstituteFields({ lessonIds, save }: { lessonIds: string[]; save: string }) {
  const [t, label, trainers] = await Promise.all([
    getTranslations("lesson"),
    labelsOf("lesson"),
    listSubstitutes(lessonIds),
  ]);
  if (trainers.length === 0) return <p className="muted">{t("substitute.nobody", { count: lessonIds.length })}</p>;

  return (
    <>
      <SelectField
        name="trainerId"
        label={label.trainerId}
        empty={t("fields.trainerEmpty")}
        options={trainers.map(({ id, name, speciality }) => ({
          value: id,
          label: speciality ? `${name} ${speciality}` : name,
        }))}
      />
      <Submit main>{save}</Submit>
    </>
  );
}
