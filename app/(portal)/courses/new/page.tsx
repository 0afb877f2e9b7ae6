import { CourseForm } from "@/components/course/course-form";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("course"))("new") };
}

export default async function NewCoursePage() {
  await requireActor("course:edit");
  const t = await getTranslations("course");

  return (
    <main className="main" id="main">
      <Crumb href="/courses" list={t("title")} here={t("new")} />
      <Title title={t("new")} />
      <CourseForm />
    </main>
  );
}
