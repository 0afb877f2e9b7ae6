import { DoneBanner } from "@/components/command/done-banner";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { HeavyDay } from "@/components/lesson/heavy-day";
import { OutsideLessons } from "@/components/lesson/outside-lessons";
import { WeekTable } from "@/components/lesson/week-table";
import { withQuery } from "@/components/ui/address";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Figure } from "@/components/ui/figure";
import { Tabs } from "@/components/ui/tabs";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { listWeek } from "@/lib/lesson/queries/timetable";
import {
  addDays,
  type Day,
  dateFromDay,
  daysOfWeek,
  parseWeek,
  type Week,
  weekday,
  weekOf,
} from "@/lib/value/calendar";
import { monthOf, saidWeek } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("lesson");
  return { title: t("title") };
}

export default async function SchedulePage({ searchParams }: PageProps<"/schedule">) {
  const actor = await requireActor("schedule:view");
  const query = await searchParams;
  const thisWeek = weekOf(actor.today);
  const week = (typeof query.week === "string" && parseWeek(query.week)) || thisWeek;
  const by = query.by === "trainer" ? "trainer" : "room";
  const [table, t] = await Promise.all([listWeek(week, by), getTranslations("lesson")]);

  const canBook = may(actor.role, "lesson:book");
  const [monday] = daysOfWeek(week) as [Day];
  const to = (other: Week) => withQuery("/schedule", { by: by === "trainer" ? by : undefined }, { week: other });
  const rows = (other: "room" | "trainer") =>
    withQuery("/schedule", { week }, { by: other === "trainer" ? other : undefined });
  const lessonId = typeof query.lesson === "string" ? query.lesson : undefined;

  const weekendIsFree = table.days.every((day) => weekday(day) <= 5);
  const legend = (["times", weekendIsFree && "weekend", "heads", canBook && "free"] as const).filter(
    (of) => of !== false,
  );

  return (
    <main className="main" id="main">
      <DoneBanner />
      {lessonId && <HeavyDay lessonId={lessonId} />}
      <Title
        title={t("title")}
        note={t.rich(by === "room" ? "note" : "noteTrainers", {
          ...saidWeek(week),
          range: await rangeOf(table.days),
          rooms: table.rows.length,
          trainers: table.rows.length,
          all: table.count.all,
          used: table.count.used,
          closed: table.count.closed,
          link: (text) => (
            <Figure href="#week" zero={table.count.used === 0}>
              {text}
            </Figure>
          ),
        })}
        actions={
          <>
            <ButtonLink href={to(weekOf(addDays(monday, -7)))}>{t("previous")}</ButtonLink>
            <ButtonLink href={to(thisWeek)}>{t("current")}</ButtonLink>
            <ButtonLink href={to(weekOf(addDays(monday, 7)))}>{t("next")}</ButtonLink>
            <ButtonLink href={`/print/schedule?week=${week}${by === "trainer" ? "&by=trainer" : ""}`} file>
              {t("print")}
            </ButtonLink>
            <ButtonLink href="/schedule/free">{t("free.title")}</ButtonLink>
            <ButtonLink href="/schedule/use">{t("use.title")}</ButtonLink>
            {may(actor.role, "attendance:correct") && <ButtonLink href="/attendance">{t("attendance")}</ButtonLink>}
            {canBook && <ButtonLink href="/schedule/generate">{t("generate.title")}</ButtonLink>}
            {canBook && (
              <ButtonLink main href="/schedule/book" shortcut="n">
                {t("book")}
              </ButtonLink>
            )}
          </>
        }
      />
      <Tabs
        label={t("by.label")}
        current={rows(by)}
        tabs={[
          { href: rows("room"), label: t("by.room") },
          { href: rows("trainer"), label: t("by.trainer") },
          { href: "/trainers", label: t("by.trainers") },
        ]}
      />
      <div className="sheet" id="week">
        {table.rows.length === 0 ? (
          <Empty lead={t("table.nobody")} action={<ButtonLink href="/trainers">{t("by.trainers")}</ButtonLink>} />
        ) : (
          <WeekTable table={table} by={by} today={actor.today} canBook={canBook} lessonId={lessonId} />
        )}
      </div>
      {table.outside.length > 0 && by === "room" && (
        <Sheet title={t("outside.title")}>
          <OutsideLessons lessons={table.outside} exceptions={table.exceptions} />
        </Sheet>
      )}
      <p className="small muted print:hidden">{legend.map((of) => t(`legend.${of}`)).join(t("legend.between"))}</p>
    </main>
  );
}

/** 8月20日至24日. */
async function rangeOf(days: Day[]): Promise<string> {
  const t = await getTranslations("lesson.range");
  const [first, last] = [days[0] as Day, days.at(-1) as Day];
  return t(monthOf(first) === monthOf(last) ? "sameMonth" : "twoMonths", {
    from: dateFromDay(first),
    to: dateFromDay(last),
  });
}
