import { notFound } from "next/navigation";
import { EnrolmentsOfTrainee } from "@/components/trainee/enrolments-of-trainee";
import { TraineeFrame } from "@/components/trainee/trainee-frame";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listEnrolmentsOfTrainee } from "@/lib/enrolment/queries/of-trainee";
import { findTrainee } from "@/lib/trainee/queries/record";
import { traineeId } from "@/lib/trainee/schema";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("trainee.record.tabs");
  return { title: t("enrolments") };
}

export default async function TraineeEnrolmentsPage({ params }: PageProps<"/trainees/[traineeId]/enrolments">) {
  const actor = await requireActor("trainee:view");
  const id = traineeId.safeParse((await params).traineeId);
  const trainee = id.success ? await findTrainee(id.data) : null;
  if (!trainee) notFound();

  return (
    <TraineeFrame trainee={trainee} tab="enrolments">
      <EnrolmentsOfTrainee
        traineeId={trainee.id}
        enrolments={await listEnrolmentsOfTrainee(trainee.id)}
        mayEnrol={!trainee.mergedInto && may(actor.role, "enrolment:create")}
      />
    </TraineeFrame>
  );
}
