import { useTranslations } from "next-intl";
import { ChoiceOfLeave } from "@/components/attendance/leave-form";
import { Sheet } from "@/components/layout/sheet";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextField } from "@/components/ui/form/text-field";
import { More } from "@/components/ui/more";
import { grantLeave, refuseLeave } from "@/lib/attendance/actions";
import { type LeaveRow, listLeaves } from "@/lib/attendance/queries/leave";
import type { Actor } from "@/lib/auth/actor";
import { may, mayApprove } from "@/lib/auth/permissions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import type { EnrolmentRecord } from "@/lib/enrolment/queries/enrolment";
import { sitsInLessons } from "@/lib/trainee/rules/enrolment-states";
import { getTranslations } from "@/lib/wording/translations";

/** R46: leave of one person: what was asked for and decided, and the form for more. */
export async function LeaveSheet({ enrolment, actor }: { enrolment: EnrolmentRecord; actor: Actor }) {
  const [t, leaves] = await Promise.all([
    getTranslations("attendance.leave"),
    listLeaves({ enrolmentId: enrolment.id }),
  ]);
  const asks = sitsInLessons(enrolment.state) && may(actor.role, "attendance:record");
  if (!asks && leaves.length === 0) return null;
  return (
    <Sheet title={t("title")} note={t("note")}>
      {leaves.length > 0 ? (
        <LeaveList leaves={leaves} actor={actor} />
      ) : (
        <p className="sheet-body muted">{t("none")}</p>
      )}
      {asks && <ChoiceOfLeave enrolmentId={enrolment.id} today={actor.today} />}
    </Sheet>
  );
}

/** All leave that waits for a word; nothing when none does. */
export async function OpenLeaves({ actor }: { actor: Actor }) {
  const [t, leaves] = await Promise.all([getTranslations("attendance.leave"), listLeaves("open")]);
  if (leaves.length === 0) return null;
  return (
    <section id="leaves">
      <Sheet title={t("open", { count: leaves.length })} note={t("note")}>
        <LeaveList leaves={leaves} actor={actor} named />
      </Sheet>
    </section>
  );
}

function LeaveList({ leaves, actor, named }: { leaves: LeaveRow[]; actor: Actor; named?: boolean }) {
  return (
    <ul className="todo">
      {leaves.map((leave) => (
        <li key={leave.id}>
          <One leave={leave} actor={actor} named={named} />
        </li>
      ))}
    </ul>
  );
}

function One({ leave, actor, named }: { leave: LeaveRow; actor: Actor; named: boolean | undefined }) {
  const t = useTranslations("attendance");
  const { id, mark, fromDay: from, toDay: to, approved, decidedBy, decision, askedBy, reason } = leave;
  const said =
    approved === null
      ? t("leave.waits")
      : approved
        ? t("leave.granted", { who: decidedBy ?? "" })
        : t("leave.refused", { who: decidedBy ?? "", reason: decision ?? "" });
  const decides = approved === null && mayApprove(actor.role, "attendance:correct") && leave.askedById !== actor.id;
  return (
    <>
      <div>
        {named && (
          <>
            <a href={`/cohorts/${leave.cohortId}/roster/${leave.enrolmentId}`}>
              {leave.name} …{leave.lastFour}
            </a>
            &ensp;{leave.number}&ensp;
          </>
        )}
        <b>{t(`marks.${mark}`)}</b>&ensp;{t("leave.days", { from, to })}
        <p>
          {t("leave.asked", { who: askedBy, reason })}&ensp;{said}
        </p>
      </div>
      {decides && <Decide id={id} />}
    </>
  );
}

function Decide({ id }: { id: string }) {
  const t = useTranslations("attendance.leave");
  return (
    <div className="flex flex-wrap items-start gap-4">
      <Form action={grantLeave} id={`grant-${id}`} submissionKey={newSubmissionKey()}>
        <input type="hidden" name="leaveId" value={id} />
        <Submit tight>{t("grant")}</Submit>
      </Form>
      <More summary={t("refuse")}>
        <Form action={refuseLeave} id={`refuse-${id}`} submissionKey={newSubmissionKey()}>
          <input type="hidden" name="leaveId" value={id} />
          <TextField name="reason" label={t("reason")} maxLength={200} />
          <Submit danger tight>
            {t("refuse")}
          </Submit>
        </Form>
      </More>
    </div>
  );
}
