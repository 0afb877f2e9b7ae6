import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { TrainerFields } from "@/components/trainer/trainer-fields";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { requireActor } from "@/lib/auth/actor";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { registerTrainer } from "@/lib/trainer/actions";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("lesson.trainer");
  return { title: t("new") };
}

export default async function NewTrainerPage() {
  await requireActor("trainer:edit");
  const t = await getTranslations("lesson.trainer");

  return (
    <main className="main" id="main">
      <Crumb href="/trainers" list={t("title")} here={t("new")} />
      <Title title={t("new")} note={t("newNote")} />
      <section className="sheet">
        <div className="sheet-body">
          <Form action={registerTrainer} submissionKey={newSubmissionKey()} aria-label={t("new")}>
            <TrainerFields />
            <Submit main>{t("save")}</Submit>
          </Form>
        </div>
      </section>
    </main>
  );
}
