import { notFound } from "next/navigation";
import { DoneBanner } from "@/components/command/done-banner";
import { CourseBadge } from "@/components/course/course-badge";
import { CourseFacts } from "@/components/course/course-facts";
import { CourseMoves } from "@/components/course/course-moves";
import { CourseWarnings } from "@/components/course/course-warnings";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findCourse, findLeastShare } from "@/lib/course/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/courses/[courseId]">) {
  return { title: (await findCourse((await params).courseId))?.name };
}

export default async function CoursePage({ params }: PageProps<"/courses/[courseId]">) {
  const actor = await requireActor("course:view");
  const [t, course, leastShare] = await Promise.all([
    getTranslations("course"),
    params.then(({ courseId }) => findCourse(courseId)),
    findLeastShare(actor.today),
  ]);
  if (!course) notFound();
  const mayEdit = may(actor.role, "course:edit");

  return (
    <main className="main" id="main">
      <DoneBanner />
      <Crumb href="/courses" list={t("title")} here={course.code} />
      <Title
        title={course.name}
        badge={<CourseBadge state={course.state} />}
        note={t("note", { code: course.code })}
        actions={
          mayEdit && (
            <>
              <ButtonLink href={`/courses/${course.id}/edit`}>{t("edit")}</ButtonLink>
              <CourseMoves course={course} />
              {course.state === "OPEN" && may(actor.role, "cohort:draft") && (
                <ButtonLink main href={`/cohorts/new?course=${course.id}`} shortcut="n">
                  {t("actions.newCohort")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <CourseWarnings course={course} sharePercent={leastShare} />
      {course.state === "DRAFT" && mayEdit && (
        <Banner kind="info" lead={t("draft.lead")}>
          {t("draft.text")}
        </Banner>
      )}
      <CourseFacts course={course} seesCohorts={may(actor.role, "cohort:view")} />
      <Sheet title={t("description")}>
        <div className="sheet-body prose as-written">
          {course.description || <span className="muted">{t("noDescription")}</span>}
        </div>
      </Sheet>
    </main>
  );
}
