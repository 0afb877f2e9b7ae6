import { Sheet } from "@/components/layout/sheet";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form/form";
import { Submit } from "@/components/ui/form/submit";
import { TextArea } from "@/components/ui/form/text-field";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove, mayPropose } from "@/lib/auth/permissions";
import { newSubmissionKey } from "@/lib/command/submission-key";
import { closeYear, proposeClosing } from "@/lib/fund/actions/period";
import type { YearToClose } from "@/lib/fund/queries/closing";
import { yearOf } from "@/lib/value/calendar";
import { exactWan } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

/** R64, R111: after its end a year is closed by two people; with an explanation where less than the standard was disbursed. */
export async function ClosingSheet({ closing, actor }: { closing: YearToClose; actor: Actor }) {
  const t = await getTranslations("money.closing");
  const { year, fund, disbursed, standard, lack, locked, proposedBy } = closing;
  const against = standard === null ? t("unknown") : exactWan(standard);

  return (
    <Sheet title={t("title", { year })} note={t(`stands.${standOf(closing, actor)}`)}>
      <div className="sheet-body flat">
        <Facts
          facts={[
            { term: t("disbursed"), value: exactWan(disbursed) },
            { term: t("standard"), value: against },
            { term: t("lack"), value: lack > 0n ? <span className="warn-text">{exactWan(lack)}</span> : t("none") },
            { term: t("locked"), value: t("lockedOf", { locked }) },
            ...(proposedBy ? [{ term: t("proposedBy"), value: proposedBy }] : []),
          ]}
        />
      </div>
      {fund?.closingReason && <div className="sheet-body">{t("explained", { reason: fund.closingReason })}</div>}
      <Step closing={closing} actor={actor} />
    </Sheet>
  );
}

function standOf({ year, fund, locked }: YearToClose, { today }: Actor) {
  if (!fund || fund.state === "DRAFT" || fund.state === "SUBMITTED") return "UNPLANNED";
  if (fund.state === "CLOSED") return "CLOSED";
  if (yearOf(today) <= year) return "RUNNING";
  if (locked < 12) return "MONTHS_OPEN";
  return fund.closingProposedById ? "PROPOSED" : "READY";
}

async function Step({ closing, actor }: { closing: YearToClose; actor: Actor }) {
  const t = await getTranslations("money.closing");
  const { year, fund, lack } = closing;
  const stands = standOf(closing, actor);
  if (!fund) return null;

  const shared = { submissionKey: newSubmissionKey(), version: fund.version, refusedTitle: t("refused") };
  if (stands === "PROPOSED" && mayApprove(actor.role, "year:close") && fund.closingProposedById !== actor.id) {
    return (
      <div className="sheet-body">
        <Form id="close" action={closeYear} {...shared} aria-label={t("close", { year })}>
          <input type="hidden" name="year" value={year} />
          <Submit main>{t("close", { year })}</Submit>
        </Form>
      </div>
    );
  }
  if (stands !== "READY" || !mayPropose(actor.role, "year:close")) return null;
  return (
    <div className="sheet-body">
      <Form id="propose" action={proposeClosing} {...shared} aria-label={t("propose", { year })}>
        <input type="hidden" name="year" value={year} />
        <TextArea
          name="reason"
          label={t("explanation")}
          hint={t(lack > 0n ? "explanationNeeded" : "explanationHint")}
          maxLength={200}
          rows={2}
          optional={lack === 0n}
        />
        <Submit main>{t("propose", { year })}</Submit>
      </Form>
    </div>
  );
}
