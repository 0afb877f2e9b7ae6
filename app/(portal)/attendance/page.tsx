import { OpenLeaves } from "@/components/attendance/leave-sheet";
import { PendingSheet } from "@/components/attendance/pending-sheet";
import { UntakenSheet } from "@/components/attendance/untaken-sheet";
import { DoneBanner } from "@/components/command/done-banner";
import { Title } from "@/components/layout/title";
import { listPending } from "@/lib/attendance/queries/pending";
import { listUntaken } from "@/lib/attendance/queries/untaken";
import { requireActor } from "@/lib/auth/actor";
import { parametersOn } from "@/lib/setting/parameter";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("attendance"))("title") };
}

/** What the rolls still lack: lessons without one, and marks that wait for a word. */
export default async function AttendancePage() {
  const actor = await requireActor("attendance:correct");
  const [t, untaken, pending, parameters] = await Promise.all([
    getTranslations("attendance"),
    listUntaken(actor),
    listPending(),
    parametersOn(actor.today),
  ]);
  return (
    <main className="main" id="main">
      <DoneBanner />
      <Title title={t("title")} note={t("note", { untaken: untaken.length, pending: pending.length })} />
      <UntakenSheet lessons={untaken} hours={parameters("attendance_hours")} />
      <OpenLeaves actor={actor} />
      <PendingSheet pending={pending} actor={actor} />
    </main>
  );
}
