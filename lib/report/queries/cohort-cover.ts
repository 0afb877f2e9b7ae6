import "server-only";
import { findTeaching } from "@/lib/cohort/queries/teaching";
import { periodsOf } from "@/lib/cohort/rules/opening";
import { runOf } from "@/lib/cohort/rules/title";
import type { Tx } from "@/lib/database/db";
import { dayFromDate } from "@/lib/value/calendar";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

/** What stands on the cover of a cohort's papers: 班期, 专业, 起止, 课时, 教师, 地点; null where there is no such cohort. */
export async function findCover(tx: Tx, cohortId: string) {
  const cohort = await tx.cohort.findUnique({
    where: { id: cohortId },
    select: {
      id: true,
      number: true,
      title: true,
      startsOn: true,
      endsOn: true,
      state: true,
      seats: true,
      atBase: true,
      place: true,
      course: { select: { name: true, theoryPeriods: true, practicePeriods: true } },
    },
  });
  return cohort && { ...cohort, teaching: await findTeaching(tx, cohortId) };
}

export type Cover = NonNullable<Awaited<ReturnType<typeof findCover>>>;

/** 2018年第1期 for the file's name, and the line under the title. */
export function coverOf({ number, startsOn, endsOn, atBase, place, course, teaching }: Cover, locale: Locale) {
  const say = translatorOf(locale);
  const about = saidRun(number, locale);
  const line = say("report.cover", {
    cohort: say("report.cohort", { run: about, number }),
    course: course.name,
    from: dayFromDate(startsOn),
    to: dayFromDate(endsOn),
    periods: periodsOf(teaching.days).planned,
    trainers: teaching.trainers.map(({ name }) => name).join(say("report.between")),
    place: atBase ? teaching.classrooms.map(({ label }) => label).join(say("report.between")) : (place ?? ""),
  });
  return { about, official: say("report.official", { run: about, course: course.name }), line };
}

/** 2018年第1期; off the base they count apart (R27). */
export function saidRun(number: string, locale: Locale): string {
  const { isOutside, ...run } = runOf(number);
  return translatorOf(locale)(isOutside ? "cohort.runOutside" : "cohort.run", run);
}
