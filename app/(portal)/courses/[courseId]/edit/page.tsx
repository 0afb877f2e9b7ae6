import { notFound } from "next/navigation";
import { CourseForm } from "@/components/course/course-form";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { findCourse } from "@/lib/course/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/courses/[courseId]/edit">) {
  const [t, course] = await Promise.all([
    getTranslations("course"),
    params.then(({ courseId }) => findCourse(courseId)),
  ]);
  return { title: `${course?.name ?? ""} ${t("edit")}` };
}

export default async function EditCoursePage({ params }: PageProps<"/courses/[courseId]/edit">) {
  await requireActor("course:edit");
  const [t, course] = await Promise.all([
    getTranslations("course"),
    params.then(({ courseId }) => findCourse(courseId)),
  ]);
  if (!course) notFound();

  return (
    <main className="main" id="main">
      <Crumb href="/courses" list={t("title")} here={course.code} />
      <Title title={course.name} note={t("note", { code: course.code })} />
      <CourseForm course={course} />
    </main>
  );
}
