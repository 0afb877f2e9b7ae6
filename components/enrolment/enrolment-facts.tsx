import { DemoTimes } from "@/components/base/demo-times";
import { Sheet } from "@/components/layout/sheet";
import { Facts } from "@/components/ui/facts";
import type { EnrolmentRecord } from "@/lib/enrolment/queries/enrolment";
import { dayOfInstant } from "@/lib/value/calendar";
import { labelsOf } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { EnrolmentBadge } from "./enrolment-badge";
import { stoppedWords } from "./stopped";

/** Who it is about, in which state, since when and why. */
export async function EnrolmentFacts({ enrolment }: { enrolment: EnrolmentRecord }) {
  const [t, label, stopped] = await Promise.all([
    getTranslations("enrolment.record"),
    labelsOf("enrolment"),
    stoppedWords(),
  ]);
  const { trainee, transferTo, approvalNeeded, stateReason, transferReason, waitStopped, subsidised } = enrolment;
  const reason = transferTo ? transferReason : stateReason;
  const facts = [
    { term: t("person"), value: <a href={`/trainees/${trainee.id}`}>{trainee.name}</a> },
    { term: t("from"), value: t("place", trainee) },
    { term: t("state"), value: <EnrolmentBadge state={enrolment.state} /> },
    {
      term: t("since"),
      value: dayOfInstant(enrolment.appliedAt),
    },
    { term: t("subsidy"), value: t(subsidised ? "subsidised" : "unsubsidised") },
    ...(approvalNeeded.length > 0
      ? [{ term: t("approval"), value: approvalNeeded.map((need) => t("need", { need })).join(t("and")) }]
      : []),
    ...(transferTo
      ? [{ term: t("transferTo"), value: <a href={`/cohorts/${transferTo.id}`}>{transferTo.number}</a> }]
      : []),
    ...(waitStopped ? [{ term: label.waitStopped, value: stopped(waitStopped) }] : []),
    ...(reason ? [{ term: t("why"), value: reason }] : []),
  ];

  return (
    <Sheet title={t("title", { name: trainee.name })} note={`…${trainee.lastFour}`}>
      <div className="sheet-body flat">
        <Facts facts={facts} />
      </div>
      <DemoTimes />
    </Sheet>
  );
}
