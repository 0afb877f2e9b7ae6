import { ProjectForm } from "@/components/fund/project/project-form";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { yearOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("project"))("new") };
}

export default async function NewProjectPage() {
  const actor = await requireActor("project:edit");
  const t = await getTranslations("project");

  return (
    <main className="main" id="main">
      <Crumb href="/fund/projects" list={t("list")} here={t("new")} />
      <Title title={t("new")} />
      <ProjectForm year={yearOf(actor.today)} />
    </main>
  );
}
