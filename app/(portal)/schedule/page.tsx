import { DoneBanner } from "@/components/command/done-banner";
import { Title } from "@/components/layout/title";
import { HeavyDay } from "@/components/lesson/heavy-day";
import { DaySheet } from "@/components/lesson/view/day-sheet";
import { MonthSheet } from "@/components/lesson/view/month-sheet";
import { NarrowForm } from "@/components/lesson/view/narrow-form";
import { ViewTabs } from "@/components/lesson/view/view-tabs";
import { WeekSheet } from "@/components/lesson/view/week-sheet";
import { ButtonLink } from "@/components/ui/button-link";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { findView } from "@/lib/lesson/queries/view";
import { readView } from "@/lib/lesson/rules/view";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  const t = await getTranslations("lesson");
  return { title: t("title") };
}

/** How many lessons of a day a month names. */
const named = 3;

export default async function SchedulePage({ searchParams }: PageProps<"/schedule">) {
  const actor = await requireActor("schedule:view");
  const query = await searchParams;
  const view = readView(query, actor.today);
  const [found, t] = await Promise.all([findView(view, named), getTranslations("lesson")]);

  const canBook = may(actor.role, "lesson:book");
  const lessonId = typeof query.lesson === "string" ? query.lesson : undefined;
  const shared = { view, today: actor.today, canBook };

  return (
    <main className="main" id="main">
      <DoneBanner />
      {lessonId && <HeavyDay lessonId={lessonId} />}
      <Title
        title={t("title")}
        actions={
          <>
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
      {view.opens ? (
        <>
          <div className="max-md:hidden">
            <ViewTabs view={view} />
          </div>
          <div className="md:hidden">
            <ViewTabs view={view} current="day" />
          </div>
        </>
      ) : (
        <ViewTabs view={view} />
      )}
      <div className="sheet">
        <NarrowForm view={view} choices={found.choices} />
      </div>
      {found.by === "month" ? (
        <MonthSheet {...shared} table={found} />
      ) : found.by === "day" ? (
        <DaySheet {...shared} {...found} />
      ) : (
        <>
          <div className={view.opens ? "max-md:hidden" : undefined}>
            <WeekSheet {...shared} view={{ ...view, by: found.by }} table={found} lessonId={lessonId} />
          </div>
          {view.opens && (
            <div className="md:hidden">
              <DaySheet
                {...shared}
                lessons={found.lessons.filter(({ day }) => day === view.day)}
                exceptions={found.exceptions}
              />
            </div>
          )}
        </>
      )}
    </main>
  );
}
