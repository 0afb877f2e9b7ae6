import "server-only";
import { recordAccess } from "@/lib/audit/record";
import { feedHash } from "@/lib/calendar-feed/commands/own";
import { type FeedLesson, listFeedLessons } from "@/lib/calendar-feed/queries/lessons";
import { findReader } from "@/lib/calendar-feed/queries/reader";
import { type CalendarEvent, icsOf } from "@/lib/calendar-feed/rules/ics";
import { db } from "@/lib/database/db";
import { dateFromDay } from "@/lib/value/calendar";
import { startOfDay } from "@/lib/value/clock";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

/** R100: as many wrong passwords lock an address; a wrong calendar is answered so often, then it has to wait. */
const wrongAllowed = 20;
export const wrongMinutes = 15;

/**
 * The calendar behind a secret as a file; "gone" where it never was, was renewed or ended, or its owner may not see these lessons any
 * more, each after the same work; "tooMany" where somebody goes on so. A living address is never held up: many may fetch from one line.
 */
export async function fetchFeed(secret: string, address: string): Promise<{ ics: string } | "gone" | "tooMany"> {
  const reader = await findReader(feedHash(secret));
  if (!reader) return noteWrong(address);

  const { id, of, name, base, locale, today } = reader;
  const lessons = await listFeedLessons(of, today);
  await db.$executeRaw`
    UPDATE calendar_feeds SET last_used_on = ${dateFromDay(today)}::date
    WHERE id = ${id}::uuid AND ended_at IS NULL AND last_used_on IS DISTINCT FROM ${dateFromDay(today)}::date`;
  const title = name ?? translatorOf(locale)("calendarFeed.all");
  return {
    ics: icsOf(
      `${base} ${title}`,
      lessons.map((lesson) => eventOf(lesson, locale)),
    ),
  };
}

/** R102: a line in the access log without what was tried; what is tried too often is not written down any more. */
async function noteWrong(address: string): Promise<"gone" | "tooMany"> {
  const since = new Date(Date.now() - wrongMinutes * 60_000);
  const tried = await db.accessEntry.count({ where: { address, verb: "calendarFeed.unknown", at: { gt: since } } });
  if (tried >= wrongAllowed) return "tooMany";
  await recordAccess(db, { id: null, address }, { verb: "calendarFeed.unknown" });
  return "gone";
}

/** A lesson in words: what, whose, where, by whom; how many people are in it, and the name of none. */
function eventOf(
  { title, cohorts, room, trainer, heads, periods, kind, ...lesson }: FeedLesson,
  locale: Locale,
): CalendarEvent {
  const say = translatorOf(locale);
  const numbers = cohorts.map(({ number }) => number).join("+");
  return {
    ...lesson,
    changedAt: lesson.changedAt ?? startOfDay(lesson.day),
    summary: say("calendarFeed.event.summary", { title, numbers, cancelled: String(lesson.isCancelled) }),
    place: room ?? cohorts[0]?.place ?? say("lesson.table.outside"),
    description: [
      cohorts.map((cohort) => `${cohort.number} ${cohort.title}`).join(" + "),
      say("calendarFeed.event.trainer", { trainer }),
      say("calendarFeed.event.periods", { kind: say(`lesson.kind.${kind}`), periods }),
      ...(heads > 0 ? [say("lesson.heads", { heads })] : []),
    ].join("\n"),
  };
}
