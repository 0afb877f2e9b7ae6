import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { NoRoll, noRoll } from "@/components/attendance/no-roll";
import { RollList } from "@/components/attendance/roll-list";
import { RollPhone } from "@/components/attendance/roll-phone";
import { phoneWords, rollRows } from "@/components/attendance/roll-words";
import { CompanyLine } from "@/components/helper/company-line";
import { DemoBand } from "@/components/layout/demo-band";
import { Empty } from "@/components/ui/empty";
import { findRoll, type Roll } from "@/lib/attendance/queries/roll";
import { presence } from "@/lib/attendance/rules";
import { requireActor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { formatDay } from "@/lib/value/calendar";
import { clockOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("attendance.roll"))("page") };
}

/** The minute of the last mark, once nobody is missing. */
function savedAt(people: Roll["people"]): string | null {
  const times = people.map(({ markedAt }) => markedAt?.getTime());
  return times.some((time) => time === undefined) ? null : clockOfInstant(new Date(Math.max(...(times as number[]))));
}

/** Job D: the roll of a lesson on a phone, without the frame of the portal. */
export default async function PhoneRoll({ params }: PageProps<"/m/attendance/[lessonId]">) {
  const actor = await requireActor("attendance:record");
  const { lessonId } = await params;
  const [t, locale, roll] = await Promise.all([
    getTranslations("attendance.roll"),
    getLocale(),
    findRoll(actor, lessonId),
  ]);
  if (!roll) notFound();

  const { lesson, people } = roll;
  const { day, startsAt: from, endsAt: to, periods } = lesson;
  return (
    <main className="phone" id="main">
      {actor.isDemo && <DemoBand />}
      <header>
        <h1>{lesson.title}</h1>
        <p>{t("lesson", { day: formatDay(day, locale, "long"), from, to, periods })}</p>
        <p>
          {lesson.cohorts.map(({ number }) => number).join(" + ")}&ensp;{lesson.classroom?.label}&ensp;
          {lesson.trainer.name}
        </p>
        <CompanyLine company={roll.company} />
        {may(actor.role, "cohort:view") ? (
          <a href={`/schedule/lessons/${lesson.id}/roll`}>{t("desk")}</a>
        ) : (
          <a href="/m">{t("own")}</a>
        )}
      </header>
      <NoRoll roll={roll} />
      {people.length === 0 ? (
        <Empty lead={t("nobody")} text={t("nobodyText")} />
      ) : noRoll(roll) ? (
        <RollList roll={roll} />
      ) : (
        <RollPhone
          lessonId={lesson.id}
          accountId={actor.id}
          submissionKey={newSubmissionKey()}
          madeAt={new Date().toISOString()}
          savedAt={savedAt(people)}
          seesPending={may(actor.role, "attendance:correct")}
          rows={await rollRows(roll)}
          words={await phoneWords()}
          present={[...presence]}
        />
      )}
    </main>
  );
}
