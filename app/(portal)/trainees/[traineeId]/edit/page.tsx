import { notFound, redirect } from "next/navigation";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { CorrectionSheet } from "@/components/trainee/correction-sheet";
import { EditForm } from "@/components/trainee/edit-form";
import { requireActor } from "@/lib/auth/actor";
import { findTrainee } from "@/lib/trainee/queries/record";
import { traineeId } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("trainee.edit");
  return { title: t("title") };
}

export default async function EditTraineePage({ params }: PageProps<"/trainees/[traineeId]/edit">) {
  const actor = await requireActor("trainee:edit");
  const id = traineeId.safeParse((await params).traineeId);
  const trainee = id.success ? await findTrainee(id.data) : null;
  if (!trainee) notFound();
  if (trainee.mergedInto) redirect(`/trainees/${trainee.id}`);

  const t = await getTranslations("trainee.edit");
  return (
    <main className="main" id="main">
      <Crumb href={`/trainees/${trainee.id}`} list={trainee.name} here={t("title")} />
      <Title title={t("titleOf", { name: trainee.name })} note={t("note")} />
      <EditForm trainee={trainee} actor={actor} />
      <CorrectionSheet trainee={trainee} actor={actor} proposes />
    </main>
  );
}
