import { useTranslations } from "next-intl";
import { Sheet } from "@/components/layout/sheet";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { More } from "@/components/ui/more";
import { adoptPending, discardPending } from "@/lib/attendance/actions";
import type { Pending } from "@/lib/attendance/queries/pending";
import type { Actor } from "@/lib/auth/actor";
import { may, mayApprove } from "@/lib/auth/permissions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { minuteOfInstant } from "@/lib/value/clock";
import { getTranslations } from "@/lib/wording/translations";

type Props = { pending: Pending[]; actor: Actor };

/** I36: 待处理考勤, both values side by side, to be taken over or dropped. */
export async function PendingSheet({ pending, actor }: Props) {
  const t = await getTranslations("attendance.pending");
  const columns = ["who", "lesson", "stands", "sent", "cause", "decide"] as const;
  return (
    <section id="pending">
      <Sheet title={t("title", { count: pending.length })} note={t("note")}>
        {pending.length === 0 ? (
          <Empty lead={t("none")} text={t("noneText")} />
        ) : (
          <div className="table-wrap">
            <table className="table cards">
              <caption className="sr-only">{t("caption")}</caption>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th scope="col" key={column}>
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {pending.map((one) => (
                  <Row key={one.id} one={one} actor={actor} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Sheet>
    </section>
  );
}

function Row({ one, actor }: { one: Pending; actor: Actor }) {
  const t = useTranslations("attendance");
  const at = (instant: Date | null) => (instant ? minuteOfInstant(instant) : "");
  return (
    <tr>
      <th scope="row" className="card-name align-top">
        {one.name}
        <small className="muted">&ensp;…{one.lastFour}</small>
      </th>
      <td className="align-top card-below">
        <a href={`/schedule/lessons/${one.lessonId}/roll`}>
          {t("grid.rollOf", { day: one.day, from: one.startsAt, title: one.title })}
        </a>
      </td>
      <td className="align-top card-more" data-label={t("pending.stands")}>
        {one.standing ? t(`marks.${one.standing}`) : t("pending.nothing")} {one.standingNote}
        {one.standing && (
          <small className="muted">
            &ensp;{t("pending.by", { who: one.standingBy ?? "", at: at(one.standingAt) })}
          </small>
        )}
      </td>
      <td className="align-top card-more" data-label={t("pending.sent")}>
        <b>{t(`marks.${one.mark}`)}</b> {one.note}
        <small className="muted">
          &ensp;{t("pending.by", { who: one.sentBy, at: at(one.sentAt) })}
          {one.deviceAt && <>&ensp;{t("pending.onDevice", { at: at(one.deviceAt) })}</>}
        </small>
      </td>
      <td className="align-top card-side">
        {t(`pending.causes.${one.cause}`)}
        {one.reason && <small className="muted">&ensp;{one.reason}</small>}
      </td>
      <td className="align-top card-more">
        <Decide one={one} actor={actor} />
      </td>
    </tr>
  );
}

function Decide({ one: { id, over, takeable, sentById }, actor }: { one: Pending; actor: Actor }) {
  const t = useTranslations("attendance.pending");
  if (!may(actor.role, "attendance:correct")) return null;
  const adopts = takeable && (!over || (mayApprove(actor.role, "attendance:correct") && sentById !== actor.id));
  return (
    <div className="flex flex-wrap items-start gap-4">
      {adopts && (
        <Form action={adoptPending} id={`adopt-${id}`} submissionKey={newSubmissionKey()}>
          <input type="hidden" name="pendingId" value={id} />
          <Submit tight>{t("adopt")}</Submit>
        </Form>
      )}
      {!takeable && <p className="muted">{t("untakeable")}</p>}
      {takeable && over && !adopts && <p className="muted">{t("others")}</p>}
      <More summary={t("discard")}>
        <Form action={discardPending} id={`discard-${id}`} submissionKey={newSubmissionKey()}>
          <input type="hidden" name="pendingId" value={id} />
          <TextField name="reason" label={t("reason")} maxLength={200} />
          <Submit danger tight>
            {t("discard")}
          </Submit>
        </Form>
      </More>
    </div>
  );
}
