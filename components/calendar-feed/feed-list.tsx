import { getMessages } from "next-intl/server";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { endFeed, renewFeed } from "@/lib/calendar-feed/actions";
import type { Feed } from "@/lib/calendar-feed/queries/feeds";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { dayOfInstant } from "@/lib/value/calendar";
import { getTranslations } from "@/lib/wording/translations";
import { ShownAddress } from "./shown-address";

/** The living addresses of the account: when each was last fetched, and how it gets another secret or ends. */
export async function FeedList({ feeds }: { feeds: Feed[] }) {
  const [t, words] = await Promise.all([getTranslations("calendarFeed"), getMessages()]);
  return (
    <Sheet title={t("list", { count: feeds.length })} note={feeds.length > 0 && t("listNote")}>
      {feeds.length === 0 ? (
        <Empty lead={t("none")} action={<a href="#create">{t("create")}</a>} />
      ) : (
        <div className="sheet-rows">
          {feeds.map(({ id, name, createdAt, renewedAt, lastUsedOn }) => (
            <section className="sheet-row" key={id} aria-label={name ?? t("all")}>
              <p>
                <b>{name ?? t("all")}</b>{" "}
                <span className="muted">
                  {t(renewedAt ? "renewed" : "made", { day: dayOfInstant(renewedAt ?? createdAt) })}
                  {lastUsedOn ? t("used", { day: lastUsedOn }) : t("unused")}
                </span>
              </p>
              <div className="flex flex-wrap gap-3">
                <Form action={renewFeed} submissionKey={newSubmissionKey()} id={`renew-${id}`} aria-label={t("renew")}>
                  <input type="hidden" name="feedId" value={id} />
                  <ShownAddress words={words.calendarFeed.shown} />
                  <Submit>{t("renew")}</Submit>
                </Form>
                <Form action={endFeed} submissionKey={newSubmissionKey()} id={`end-${id}`} aria-label={t("end")}>
                  <input type="hidden" name="feedId" value={id} />
                  <Submit danger>{t("end")}</Submit>
                </Form>
              </div>
            </section>
          ))}
        </div>
      )}
    </Sheet>
  );
}
