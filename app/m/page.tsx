import { getLocale } from "next-intl/server";
import { DoorLessons } from "@/components/attendance/door-lessons";
import { DemoBand } from "@/components/layout/demo-band";
import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { signOut } from "@/lib/account/sign-in/actions";
import { listOwnToday } from "@/lib/attendance/queries/door";
import { listUntaken } from "@/lib/attendance/queries/untaken";
import { requireActor } from "@/lib/auth/actor";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { formatDay } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata() {
  return { title: (await getTranslations("attendance.own"))("title") };
}

/** Where a trainer's work begins: the own lessons of today, and those whose roll lacks somebody. */
export default async function OwnLessonsPage() {
  const actor = await requireActor("attendance:record");
  const [t, nav, feeds, locale, today, untaken] = await Promise.all([
    getTranslations("attendance.own"),
    getTranslations("nav"),
    getTranslations("calendarFeed"),
    getLocale(),
    listOwnToday(actor),
    listUntaken(actor),
  ]);
  return (
    <main className="phone" id="main">
      {actor.isDemo && <DemoBand />}
      <header>
        <h1>{t("title")}</h1>
        <p>{t("note", { day: formatDay(actor.today, locale, "long"), name: actor.name })}</p>
        <a href="/schedule/feeds">{feeds("link")}</a>
        <a href="/admin/account">{t("account")}</a>
      </header>
      <Sheet title={t("today")}>
        {today.length === 0 ? <p className="sheet-body muted">{t("none")}</p> : <DoorLessons lessons={today} />}
      </Sheet>
      <Sheet title={t("untaken", { count: untaken.length })}>
        {untaken.length === 0 ? (
          <p className="sheet-body muted">{t("allTaken")}</p>
        ) : (
          <DoorLessons lessons={untaken.map((lesson) => ({ ...lesson, begun: true }))} />
        )}
      </Sheet>
      <div className="sheet-body">
        <Form action={signOut} submissionKey={newSubmissionKey()} id="sign-out">
          <Submit>{nav("signOut")}</Submit>
        </Form>
      </div>
    </main>
  );
}
