import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { KnownLink } from "@/components/trainee/known-link";
import { RegisterFields } from "@/components/trainee/register-fields";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { requireActor } from "@/lib/auth/actor";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { registerTrainee } from "@/lib/trainee/actions";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("trainee.new");
  return { title: t("title") };
}

export default async function NewTraineePage({ searchParams }: PageProps<"/trainees/new">) {
  const actor = await requireActor("trainee:create");
  const { name } = await searchParams;
  const t = await getTranslations("trainee");

  return (
    <main className="main" id="main">
      <Crumb href="/trainees" list={t("list.title")} here={t("new.title")} />
      <Title title={t("new.title")} note={t("new.note")} />
      <Form action={registerTrainee} submissionKey={newSubmissionKey()} refused={<KnownLink label={t("known")} />}>
        <RegisterFields today={actor.today} name={typeof name === "string" ? name.slice(0, 60) : undefined} />
        <Submit main>{t("new.save")}</Submit>
      </Form>
    </main>
  );
}
