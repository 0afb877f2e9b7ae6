import { notFound } from "next/navigation";
import { HistoryTable } from "@/components/audit/history-table";
import { Sheet } from "@/components/layout/sheet";
import { TraineeFrame } from "@/components/trainee/trainee-frame";
import { listHistory } from "@/lib/audit/queries/entries";
import { requireActor } from "@/lib/auth/actor";
import { listEnrolmentsOfTrainee } from "@/lib/enrolment/queries/of-trainee";
import { listNames, withNames } from "@/lib/trainee/queries/names";
import { findTrainee } from "@/lib/trainee/queries/record";
import { traineeId } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("trainee.record.tabs");
  return { title: t("history") };
}

export default async function TraineeHistoryPage({ params }: PageProps<"/trainees/[traineeId]/history">) {
  await requireActor("trainee:view");
  const id = traineeId.safeParse((await params).traineeId);
  const trainee = id.success ? await findTrainee(id.data) : null;
  if (!trainee) notFound();

  const enrolments = await listEnrolmentsOfTrainee(trainee.id);
  const subjects = [trainee.id, ...enrolments.map((enrolment) => enrolment.id)];
  const [history, names] = await Promise.all([listHistory(subjects), listNames(trainee.id)]);
  const entries = history.map((entry) => withNames(entry, names));
  const t = await getTranslations("trainee.history");
  return (
    <TraineeFrame trainee={trainee} tab="history">
      <Sheet title={t("title", { count: entries.length })} note={t("note")}>
        <HistoryTable entries={entries} />
      </Sheet>
    </TraineeFrame>
  );
}
