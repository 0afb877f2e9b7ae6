import { notFound, redirect } from "next/navigation";
import { DoorLessons } from "@/components/attendance/door-lessons";
import { DemoBand } from "@/components/layout/demo-band";
import { Empty } from "@/components/ui/empty";
import { listAtDoor } from "@/lib/attendance/queries/door";
import { requireActor } from "@/lib/auth/actor";
import { findClassroom } from "@/lib/classroom/queries";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("attendance.roll"))("page") };
}

/** Where the code at a classroom's door leads: the roll of the lesson that is running there, or what is taught there today. */
export default async function DoorPage({ params }: PageProps<"/m/room/[number]">) {
  const actor = await requireActor("attendance:record");
  const { number } = await params;
  const room = /^\d{1,2}$/.test(number) ? await findClassroom(Number(number)) : null;
  if (!room) notFound();

  const [t, lessons] = await Promise.all([getTranslations("attendance.door"), listAtDoor(actor, room.number)]);
  const running = lessons.find((lesson) => lesson.running);
  if (running) redirect(`/m/attendance/${running.id}`);

  return (
    <main className="phone" id="main">
      {actor.isDemo && <DemoBand />}
      <header>
        <h1>
          {room.label} {room.name}
        </h1>
        <p>{t("note", { day: actor.today })}</p>
      </header>
      {lessons.length === 0 ? (
        <Empty lead={t("none")} action={<a href="/m">{t("others")}</a>} />
      ) : (
        <DoorLessons lessons={lessons} />
      )}
    </main>
  );
}
