import { notFound } from "next/navigation";
import { EnrolPanel } from "@/components/enrolment/enrol-panel";
import { OpenRequest } from "@/components/person-request/open-request";
import { CorrectionSheet } from "@/components/trainee/correction-sheet";
import { MergedBanner } from "@/components/trainee/merge/merged-banner";
import { RevealForm } from "@/components/trainee/reveal-form";
import { TraineeFacts } from "@/components/trainee/trainee-facts";
import { TraineeFrame } from "@/components/trainee/trainee-frame";
import { FileSheets } from "@/components/trainee-file/file-sheets";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findTrainee } from "@/lib/trainee/queries/record";
import { traineeId } from "@/lib/trainee/schema";
import { findTraineeFile } from "@/lib/trainee-file/queries/file";
import { getTranslations } from "@/lib/wording/translations";

/** A name does not belong into the browser's history, so the title does without it. */
export async function generateMetadata() {
  const t = await getTranslations("trainee.record");
  return { title: t("title") };
}

export default async function TraineePage({ params, searchParams }: PageProps<"/trainees/[traineeId]">) {
  const actor = await requireActor("trainee:view");
  const id = traineeId.safeParse((await params).traineeId);
  const trainee = id.success ? await findTrainee(id.data) : null;
  if (!trainee) notFound();

  const { cohort, enrol, look } = await searchParams;
  const rests = trainee.mergedInto !== null;
  const path = `/trainees/${trainee.id}`;
  const [t, done, file] = await Promise.all([
    getTranslations("trainee.record"),
    getTranslations("done.enrolment"),
    findTraineeFile(trainee.id, actor),
  ]);
  return (
    <TraineeFrame
      trainee={trainee}
      tab="facts"
      actions={
        <>
          {!rests && may(actor.role, "trainee:edit") && <ButtonLink href={`${path}/edit`}>{t("edit")}</ButtonLink>}
          {may(actor.role, "trainee:ownData") && <ButtonLink href={`${path}/own-data`}>{t("ownData")}</ButtonLink>}
          <ButtonLink href={`/print${path}`} file>
            {t("print")}
          </ButtonLink>
        </>
      }
    >
      <MergedBanner trainee={trainee} />
      {!rests && may(actor.role, "enrolment:create") && (
        <div className="print:hidden">
          {look === "on" && <Banner kind="info">{done("look")}</Banner>}
          <EnrolPanel
            actor={actor}
            traineeId={trainee.id}
            path={path}
            cohortId={typeof cohort === "string" ? cohort : undefined}
            focus={enrol !== undefined || cohort !== undefined}
          />
        </div>
      )}
      {may(actor.role, "trainee:ownData") && <OpenRequest traineeId={trainee.id} />}
      <CorrectionSheet trainee={trainee} actor={actor} />
      <TraineeFacts trainee={trainee} today={actor.today} />
      <FileSheets file={file} locale={actor.locale} />
      {may(actor.role, "trainee:reveal") && (
        <div className="print:hidden">
          <RevealForm trainee={trainee} />
        </div>
      )}
    </TraineeFrame>
  );
}
