import { MoveForm } from "@/components/cohort/move-form";
import { Sheet } from "@/components/layout/sheet";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { TextArea } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { startExam } from "@/lib/cohort/actions";
import type { Gaps } from "@/lib/cohort/queries/gaps";
import type { CohortRecord } from "@/lib/cohort/queries/record";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";

type Props = { cohort: CohortRecord; actor: Actor; gaps: Gaps };

/** R48: what follows from beginning the exam, and the button; while lessons lie ahead, who may begin it all the same. */
export async function ExamSheet({ cohort, actor, gaps: { ahead, inTraining, missing } }: Props) {
  const t = await getTranslations("cohort.exam");
  const early = ahead > 0;
  const begins = !early || may(actor.role, "cohort:examEarly");

  return (
    <Sheet title={t("title")} note={t("note")}>
      <div className="sheet-body">
        {early ? (
          <Banner kind="warn" lead={t("ahead", { ahead })}>
            {t(begins ? "aheadDirector" : "aheadStaff")}{" "}
            <a href={`/cohorts/${cohort.id}/timetable`}>{t("timetable")}</a>
          </Banner>
        ) : (
          <Banner kind="info">{t("done")}</Banner>
        )}
        <p>{t("follows")}</p>
        <ul className="bullets mb-4">
          <li>{t("open", { people: inTraining })}</li>
          <li>{t("marks", { missing })}</li>
          <li>{t("outcomes")}</li>
          <li>{t("back")}</li>
        </ul>
        {begins && <Begin cohort={cohort} early={early} />}
        <div className="mt-4">
          <ButtonLink href={`/cohorts/${cohort.id}`}>{t("cancel")}</ButtonLink>
        </div>
      </div>
    </Sheet>
  );
}

async function Begin({ cohort, early }: { cohort: CohortRecord; early: boolean }) {
  const [t, label] = await Promise.all([getTranslations("cohort.exam"), labelsOf("cohort")]);
  if (!early) return <MoveForm id="exam" action={startExam} cohort={cohort} label={t("submit")} kind="main" />;
  return (
    <MoveForm id="exam" action={startExam} cohort={cohort} label={t("submitEarly")} kind="danger">
      <TextArea name="reason" label={label.reason} maxLength={200} rows={2} />
    </MoveForm>
  );
}
