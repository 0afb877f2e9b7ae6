import { Sheet } from "@/components/layout/sheet";
import { ButtonLink } from "@/components/ui/button-link";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove, mayPropose, roles } from "@/lib/auth/permissions";
import { submitRecord, withdrawRecord } from "@/lib/fund/actions/decide";
import type { Difference } from "@/lib/fund/queries/differences";
import type { Doubt } from "@/lib/fund/queries/second-look";
import { segmentOf } from "@/lib/fund/rules/ledger";
import { mayBeReversed, mayBeWrittenAnew, reversalOf, reversedBy } from "@/lib/fund/rules/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { getTranslations } from "@/lib/wording/translations";
import { DecideForms } from "./decide-forms";
import { DifferenceLines } from "./difference-lines";
import { DoubtLines } from "./doubt-lines";
import { ReverseForm } from "./reverse-form";
import { StepForm } from "./step-form";

type Props = { record: MoneyRecord; differences: Difference[]; doubt: Doubt | undefined; actor: Actor };

/** Where a record stands and what may be done with it here, by whoever looks; for the others, who can (U28). */
export async function RecordSteps({ record, differences, doubt, actor }: Props) {
  const t = await getTranslations("money");
  const own = record.createdById === actor.id && mayPropose(actor.role, "money:record");
  const reversible = mayBeReversed(record) && mayPropose(actor.role, "money:reverse");

  return (
    <Sheet title={t("next")} note={await leadOf(record)}>
      {(record.state === "DRAFT" || record.state === "SUBMITTED") && (
        <div className="sheet-body columns">
          <div id={`approve-${record.id}-amount`}>
            <DifferenceLines differences={differences} />
            <DoubtLines record={record} doubt={doubt} />
          </div>
          <div className="mt-4 md:mt-0">
            {record.state === "DRAFT" && <Draft record={record} own={own} />}
            {record.state === "SUBMITTED" && <Waiting record={record} own={own} actor={actor} />}
          </div>
        </div>
      )}
      {own && mayBeWrittenAnew(record) && (
        <div className="sheet-body">
          <ButtonLink href={`/fund/${segmentOf[record.kind]}/new?like=${record.id}`}>{t("actions.anew")}</ButtonLink>
        </div>
      )}
      {reversible && (
        <div className="sheet-body">
          <ReverseForm record={record} today={actor.today} />
        </div>
      )}
    </Sheet>
  );
}

async function leadOf(record: MoneyRecord) {
  const t = await getTranslations("money.stands");
  if (record.state !== "APPROVED") return t(record.state);
  if (reversedBy(record)) return t("reversed");
  if (reversalOf(record)) return t("reversal");
  if (record.kind === "plan" || record.kind === "revenue") return t("version");
  return record.kind === "progress" ? t("recorded") : t("APPROVED");
}

async function Draft({ record, own }: { record: MoneyRecord; own: boolean }) {
  const t = await getTranslations("money.actions");
  const refused = t("refused");
  if (!own) return null;

  return (
    <div className="actions items-start">
      <StepForm step="submit" action={submitRecord} record={record} label={t("submit")} refused={refused} kind="main" />
      <ButtonLink href={`/fund/${segmentOf[record.kind]}/${record.id}/edit`}>{t("edit")}</ButtonLink>
      <StepForm step="withdraw" action={withdrawRecord} record={record} label={t("withdrawDraft")} refused={refused} />
    </div>
  );
}

async function Waiting({ record, own, actor }: { record: MoneyRecord; own: boolean; actor: Actor }) {
  const [t, role] = await Promise.all([getTranslations("money.actions"), getTranslations("nav.roles")]);
  if (mayApprove(actor.role, "money:record") && record.createdById !== actor.id)
    return <DecideForms record={record} main />;

  if (mayApprove(actor.role, "money:record")) return <p className="muted">{t("ownProposal")}</p>;
  const able = roles.filter((one) => mayApprove(one, "money:record")).map((one) => role(one));
  return (
    <>
      <p className="muted mb-3">{t("others", { roles: able.join(t("between")) })}</p>
      {own && (
        <StepForm
          step="withdraw"
          action={withdrawRecord}
          record={record}
          label={t("withdraw")}
          refused={t("refused")}
        />
      )}
    </>
  );
}
