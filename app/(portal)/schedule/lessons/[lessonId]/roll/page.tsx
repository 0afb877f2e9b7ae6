import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { NoRoll, noRoll } from "@/components/attendance/no-roll";
import { PendingSheet } from "@/components/attendance/pending-sheet";
import { RollForm } from "@/components/attendance/roll-form";
import { RollList } from "@/components/attendance/roll-list";
import { DoneBanner } from "@/components/command/done-banner";
import { CompanyLine } from "@/components/helper/company-line";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { findRoll } from "@/lib/attendance/queries/roll";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("attendance.roll"))("page") };
}

/** U17: the roll of one lesson; what waits for a word about it stands below. */
export default async function RollPage({ params }: PageProps<"/schedule/lessons/[lessonId]/roll">) {
  const actor = await requireActor("cohort:view");
  const { lessonId } = await params;
  const [t, locale, roll] = await Promise.all([
    getTranslations("attendance.roll"),
    getLocale(),
    findRoll(actor, lessonId),
  ]);
  if (!roll) notFound();

  const { lesson, people, pending, company } = roll;
  const takes = may(actor.role, "attendance:record") && !noRoll(roll);
  const { day, startsAt: from, endsAt: to, periods } = lesson;
  return (
    <main className="main" id="main">
      <DoneBanner />
      <Crumb href={`/schedule/lessons/${lesson.id}`} list={lesson.title} here={t("title")} />
      <Title
        title={`${t("title")} ${lesson.title}`}
        note={`${t("lesson", { day: formatDay(day, locale, "long"), from, to, periods })} · ${lesson.cohorts.map(({ number }) => number).join(" + ")}`}
        actions={
          <>
            {people.length > 0 && may(actor.role, "report:export") && (
              <ButtonLink href={`/print/reports/lesson-sheet?lesson=${lesson.id}`} file>
                {t("sheet")}
              </ButtonLink>
            )}
            {takes && <ButtonLink href={`/m/attendance/${lesson.id}`}>{t("phone")}</ButtonLink>}
          </>
        }
      />
      <CompanyLine company={company} />
      <NoRoll roll={roll} />
      <Sheet
        title={t("people", { expected: people.length })}
        note={takes && t("preset")}
        end={<a href={`/schedule/lessons/${lesson.id}/history`}>{t("history")}</a>}
      >
        {people.length === 0 ? (
          <Empty lead={t("nobody")} text={t("nobodyText")} />
        ) : takes ? (
          <RollForm roll={roll} />
        ) : (
          <RollList roll={roll} />
        )}
      </Sheet>
      {pending.length > 0 && <PendingSheet pending={pending} actor={actor} />}
    </main>
  );
}
