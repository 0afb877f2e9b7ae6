import { FeedList } from "@/components/calendar-feed/feed-list";
import { NewFeed } from "@/components/calendar-feed/new-feed";
import { DoneBanner } from "@/components/command/done-banner";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { requireActor } from "@/lib/auth/actor";
import { findFeeds } from "@/lib/calendar-feed/queries/feeds";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("calendarFeed"))("title") };
}

/** U18: the lessons in the calendar of a phone, by an address of one's own. */
export default async function FeedsPage() {
  const actor = await requireActor("schedule:subscribe");
  const [t, lesson, attendance, { feeds, choices, isOwn }] = await Promise.all([
    getTranslations("calendarFeed"),
    getTranslations("lesson"),
    getTranslations("attendance.own"),
    findFeeds(actor),
  ]);
  return (
    <main className="main" id="main">
      <DoneBanner />
      <Crumb href={isOwn ? "/m" : "/schedule"} list={isOwn ? attendance("title") : lesson("title")} here={t("title")} />
      <Title title={t("title")} note={t("note")} />
      <NewFeed choices={choices} isOwn={isOwn} />
      <FeedList feeds={feeds} />
      <Sheet title={t("how.title")}>
        <ul className="todo">
          {(["iphone", "android", "computer", "lost"] as const).map((way) => (
            <li key={way}>
              <div>
                <b>{t(`how.${way}.title`)}</b>
                <p>{t(`how.${way}.text`)}</p>
              </div>
            </li>
          ))}
        </ul>
      </Sheet>
    </main>
  );
}
