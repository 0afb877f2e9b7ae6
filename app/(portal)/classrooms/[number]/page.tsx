import { notFound } from "next/navigation";
import { ClassroomFacts } from "@/components/classroom/classroom-facts";
import { CloseClassroom, EditClassroom } from "@/components/classroom/classroom-forms";
import { ClassroomWeek } from "@/components/classroom/classroom-week";
import { ClosureTable } from "@/components/classroom/closure-table";
import { DoorCode } from "@/components/classroom/door-code";
import { EquipClassroom } from "@/components/classroom/equip-classroom";
import { LessonsToday } from "@/components/classroom/lessons-today";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { viewHref } from "@/components/lesson/view/address";
import { ButtonLink } from "@/components/ui/button-link";
import { dayMarks } from "@/components/working-day/day-mark";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findClassroom, listClassrooms, listClosures } from "@/lib/classroom/queries";
import { listLessonsOfDay } from "@/lib/lesson/queries/timetable";
import { listWeek } from "@/lib/lesson/queries/week";
import { parseWeek, weekOf } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

type Props = PageProps<"/classrooms/[number]">;

export async function generateMetadata({ params }: Props) {
  const room = await findClassroom(numberOf((await params).number));
  return { title: room && `${room.label} ${room.name}` };
}

export default async function ClassroomPage({ params, searchParams }: Props) {
  const actor = await requireActor("schedule:view");
  const room = await findClassroom(numberOf((await params).number));
  if (!room) notFound();

  const { week: asked } = await searchParams;
  const week = (typeof asked === "string" && parseWeek(asked)) || weekOf(actor.today);
  const [t, all, closures, lessons, table, markOf] = await Promise.all([
    getTranslations("classroom"),
    listClassrooms(),
    listClosures({ from: actor.today, classroomNumber: room.number }),
    listLessonsOfDay(actor.today),
    listWeek(week, "room", { kind: "room", id: String(room.number) }),
    dayMarks([actor.today]),
  ]);
  const mayChange = may(actor.role, "classroom:close");

  return (
    <main className="main" id="main">
      <DoneBanner />
      <Crumb href="/schedule" list={t("list")} here={`${room.label} ${room.name}`} />
      <Title
        title={`${room.label} ${room.name}`}
        note={t("note", { seats: room.seats, of: all.length })}
        actions={
          <ButtonLink href={viewHref({ by: "room", day: actor.today, of: { kind: "room", id: String(room.number) } })}>
            {t("week")}
          </ButtonLink>
        }
      />
      <ClassroomFacts room={room} />
      <Sheet
        title={t("today")}
        note={
          <>
            {actor.today} {markOf(actor.today)}
          </>
        }
      >
        <LessonsToday lessons={lessons.filter(({ classroom }) => classroom?.number === room.number)} />
      </Sheet>
      <ClassroomWeek number={room.number} table={table} today={actor.today} canBook={may(actor.role, "lesson:book")} />
      <Sheet title={t("closures")}>
        <ClosureTable closures={closures} mayChange={mayChange} />
      </Sheet>
      {may(actor.role, "attendance:record") && <DoorCode number={room.number} name={`${room.label} ${room.name}`} />}
      {mayChange && (
        <>
          <CloseClassroom room={room} today={actor.today} />
          <EditClassroom room={room} />
          <EquipClassroom room={room} />
        </>
      )}
    </main>
  );
}

const numberOf = (text: string): number => (/^\d{1,2}$/.test(text) ? Number(text) : 0);
