import { notFound } from "next/navigation";
import { HistoryTable } from "@/components/audit/history-table";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { findRoll } from "@/lib/attendance/queries/roll";
import { listHistory } from "@/lib/audit/queries/entries";
import { requireActor } from "@/lib/auth/actor";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("attendance.roll"))("history") };
}

/** Job H: who changed this lesson and the marks of its roll, each with the value before. */
export default async function LessonHistoryPage({ params }: PageProps<"/schedule/lessons/[lessonId]/history">) {
  const actor = await requireActor("cohort:view");
  const { lessonId } = await params;
  const [t, roll] = await Promise.all([getTranslations("attendance.roll"), findRoll(actor, lessonId)]);
  if (!roll) notFound();

  const entries = await listHistory([lessonId, ...roll.people.map(({ id }) => `${lessonId}:${id}`)]);
  return (
    <main className="main" id="main">
      <Crumb href={`/schedule/lessons/${lessonId}/roll`} list={roll.lesson.title} here={t("history")} />
      <Title title={`${t("history")} ${roll.lesson.title}`} note={`${roll.lesson.day} ${roll.lesson.startsAt}`} />
      <Sheet title={t("history")}>
        <HistoryTable entries={entries} named />
      </Sheet>
    </main>
  );
}
