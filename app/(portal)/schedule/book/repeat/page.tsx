import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { draftOf } from "@/components/lesson/draft";
import { LessonFields } from "@/components/lesson/lesson-fields";
import { RepeatPreview } from "@/components/lesson/repeat-preview";
import { Banner } from "@/components/ui/banner";
import { DayField } from "@/components/ui/form/text-field";
import { requireActor } from "@/lib/auth/actor";
import { listClassrooms } from "@/lib/classroom/queries";
import { listCohortsToBook } from "@/lib/lesson/queries/timetable";
import { daysBetween } from "@/lib/lesson/rules/repeat";
import { bookLessonsInput } from "@/lib/lesson/schema/book";
import { listTrainersToBook } from "@/lib/trainer/queries";
import { addDays, type Day, parseDay, weekday } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { listExceptions } from "@/lib/working-day/queries";

export async function generateMetadata() {
  const t = await getTranslations("lesson.repeat");
  return { title: t("title") };
}

export default async function RepeatLessonPage({ searchParams }: PageProps<"/schedule/book/repeat">) {
  const actor = await requireActor("lesson:book");
  const query = await searchParams;
  const draft = draftOf(query, { day: actor.today });
  const from = readDay(query.from) ?? (draft.day as Day);
  const until = readDay(query.until) ?? addDays(from, 27);
  const weekdays = query.weekday === undefined ? [weekday(from)] : [query.weekday].flat().map(Number);
  const exceptions = await listExceptions(from, until);
  const days = daysBetween(from, until, weekdays, exceptions);
  const read = bookLessonsInput.safeParse({ ...draft, days });
  const asked = query.until !== undefined;
  const settled = asked && read.success && query.choose === undefined;

  const [t, label, cohorts, classrooms, trainers] = await Promise.all([
    getTranslations("lesson"),
    labelsOf("lesson"),
    listCohortsToBook(from < actor.today ? from : actor.today),
    listClassrooms(),
    listTrainersToBook(from),
  ]);
  const lacking = read.success
    ? []
    : [...new Set(read.error.issues.map(({ path }) => String(path[0])))].filter((name) => name !== "days");

  return (
    <main className="main" id="main">
      <Crumb href="/schedule/book" list={t("bookTitle")} here={t("repeat.title")} />
      <Title title={t("repeat.title")} note={t("repeat.note")} />
      {asked && lacking.length > 0 && (
        <Banner kind="warn">
          <p>
            {t("repeat.incomplete", { fields: lacking.map((name) => label[name as "title"]).join(t("clash.between")) })}
          </p>
        </Banner>
      )}
      {asked && days.length === 0 && (
        <Banner kind="warn">
          <p>{t("repeat.none")}</p>
        </Banner>
      )}
      <section className="sheet">
        <form className="sheet-body" method="get" action="/schedule/book/repeat" noValidate key={String(settled)}>
          <fieldset disabled={settled}>
            <LessonFields draft={draft} cohorts={cohorts} classrooms={classrooms} trainers={trainers} withDay={false} />
            <div className="fields">
              <div className="flex flex-wrap gap-x-3">
                <DayField name="from" label={t("repeat.from")} defaultValue={from} />
                <DayField name="until" label={t("repeat.until")} defaultValue={until} />
              </div>
              <fieldset className="field">
                <legend>{t("repeat.weekdays")}</legend>
                <div className="choice-row">
                  {([1, 2, 3, 4, 5, 6, 7] as const).map((number) => (
                    <label className="choice" key={number}>
                      <input type="checkbox" name="weekday" value={number} defaultChecked={weekdays.includes(number)} />
                      {t(`weekday.${number}`)}
                    </label>
                  ))}
                </div>
              </fieldset>
            </div>
            {settled ? (
              <a className="button" href={`/schedule/book/repeat?${addressOf(query)}&choose=on`}>
                {t("copy.choose")}
              </a>
            ) : (
              <button type="submit" className="button primary">
                {t("repeat.preview")}
              </button>
            )}
          </fieldset>
        </form>
      </section>
      {settled && <RepeatPreview wanted={read.data} exceptions={exceptions} />}
    </main>
  );
}

const readDay = (value: string | string[] | undefined): Day | undefined =>
  typeof value === "string" ? parseDay(value) : undefined;

const addressOf = (query: Record<string, string | string[] | undefined>): string =>
  String(
    new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
    ),
  );
