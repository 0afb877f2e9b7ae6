import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ClashWays } from "@/components/lesson/clash-ways";
import { draftOf, keptOf } from "@/components/lesson/draft";
import { LessonFields } from "@/components/lesson/lesson-fields";
import { LessonSeen } from "@/components/lesson/lesson-seen";
import { WeekTable } from "@/components/lesson/week-table";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { requireActor } from "@/lib/auth/actor";
import { listClassrooms } from "@/lib/classroom/queries";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { bookLesson } from "@/lib/lesson/actions";
import { listCohortsToBook } from "@/lib/lesson/queries/timetable";
import { listWeek } from "@/lib/lesson/queries/week";
import { listTrainersToBook } from "@/lib/trainer/queries";
import { type Day, weekOf } from "@/lib/value/calendar";
import { saidWeek } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("lesson");
  return { title: t("bookTitle") };
}

export default async function BookLessonPage({ searchParams }: PageProps<"/schedule/book">) {
  const actor = await requireActor("lesson:book");
  const draft = draftOf(await searchParams, { day: actor.today });
  const week = weekOf(draft.day as Day);
  const [t, cohorts, classrooms, trainers, table] = await Promise.all([
    getTranslations("lesson"),
    listCohortsToBook(draft.day < actor.today ? (draft.day as Day) : actor.today),
    listClassrooms(),
    listTrainersToBook(draft.day as Day),
    listWeek(week, "room"),
  ]);
  const kept = keptOf(draft);

  return (
    <main className="main" id="main">
      <Crumb href={`/schedule?week=${week}`} list={t("title")} here={t("bookTitle")} />
      <Title title={t("bookTitle")} note={t("bookNote")} />
      <Form
        action={bookLesson}
        submissionKey={newSubmissionKey()}
        aria-label={t("bookTitle")}
        refusedTitle={t("clash.title")}
        refused={<ClashWays path="/schedule/book" week={week} />}
      >
        <section className="sheet">
          <div className="sheet-body">
            <LessonFields draft={draft} cohorts={cohorts} classrooms={classrooms} trainers={trainers} />
            <LessonSeen />
            <div className="actions">
              <Submit main>{t("save")}</Submit>
              <a
                href={`/schedule/book/repeat?day=${draft.day}&classroom=${draft.classroomNumber}&startsAt=${draft.startsAt}&endsAt=${draft.endsAt}${kept}`}
              >
                {t("repeatLink")}
              </a>
            </div>
          </div>
        </section>
        <Sheet title={t("weekAround", saidWeek(week))} note={t("weekAroundNote")}>
          <WeekTable table={table} by="room" today={actor.today} canBook keep={kept} marks="/schedule/book" />
        </Sheet>
      </Form>
    </main>
  );
}
