import { notFound } from "next/navigation";
import { DoneBanner } from "@/components/command/done-banner";
import { HelperSheet } from "@/components/helper/helper-sheet";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { draftOf } from "@/components/lesson/draft";
import { HeavyDay } from "@/components/lesson/heavy-day";
import { CancelLesson, JoinLesson, MoveLesson } from "@/components/lesson/lesson-changes";
import { LessonCohorts, LessonFacts } from "@/components/lesson/lesson-record";
import { SubstituteTrainer } from "@/components/lesson/several/substitute";
import { LapsedCertificate } from "@/components/qualification/lapsed";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findLesson } from "@/lib/lesson/queries/timetable";
import { noBooking } from "@/lib/lesson/rules/booking";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import { weekOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("lesson.record");
  return { title: t("pageTitle") };
}

export default async function LessonPage({ params, searchParams }: PageProps<"/schedule/lessons/[lessonId]">) {
  const actor = await requireActor("schedule:view");
  const lesson = await findLesson((await params).lessonId);
  if (!lesson) notFound();

  const [query, t] = await Promise.all([searchParams, getTranslations("lesson.record")]);
  const { id, title, cohorts, cancelledAt, cancelReason, day } = lesson;
  const changeable = !cancelledAt && !cohorts.some(noBooking);
  const draft = draftOf(query, {
    cohortIds: cohorts.map((cohort) => cohort.id),
    title,
    kind: lesson.kind,
    classroomNumber: String(lesson.classroom?.number ?? noClassroom),
    trainerId: lesson.trainer.id,
    day,
    startsAt: lesson.startsAt,
    endsAt: lesson.endsAt,
  });

  return (
    <main className="main" id="main">
      <DoneBanner />
      <Crumb href={`/schedule?week=${weekOf(day)}`} list={t("list")} here={title} />
      {cancelledAt && (
        <Banner kind="info" lead={t("cancelledLead")}>
          <p>{cancelReason}</p>
        </Banner>
      )}
      {!cancelledAt && <HeavyDay lessonId={id} />}
      {!cancelledAt && <LapsedCertificate trainer={lesson.trainer} day={day} />}
      <Title
        title={title}
        badge={
          cancelledAt ? <Badge>{t("cancelled")}</Badge> : cohorts.length > 1 && <Badge kind="run">{t("joint")}</Badge>
        }
        note={cohorts.map(({ number, title }) => `${number} ${title}`).join(" + ")}
        actions={
          !cancelledAt &&
          may(actor.role, "cohort:view") && (
            <ButtonLink href={`/schedule/lessons/${id}/roll`} main={may(actor.role, "attendance:record")}>
              {t("roll")}
            </ButtonLink>
          )
        }
      />
      <LessonFacts lesson={lesson} />
      <Sheet title={t("cohorts")}>
        <LessonCohorts lesson={lesson} />
      </Sheet>
      {!cancelledAt && <HelperSheet lesson={lesson} mayEdit={changeable && may(actor.role, "lesson:move")} />}
      {changeable && may(actor.role, "lesson:move") && <SubstituteTrainer lesson={lesson} />}
      {changeable && may(actor.role, "lesson:move") && <MoveLesson lesson={lesson} draft={draft} />}
      {changeable && may(actor.role, "lesson:book") && <JoinLesson lesson={lesson} />}
      {changeable && may(actor.role, "lesson:cancel") && <CancelLesson lesson={lesson} />}
    </main>
  );
}
