import { notFound } from "next/navigation";
import { RecordBadge } from "@/components/fund/record/record-badge";
import { RecordForm } from "@/components/fund/record/record-form";
import { RecordSteps } from "@/components/fund/record/record-steps";
import { Crumb } from "@/components/layout/crumb";
import { Title } from "@/components/layout/title";
import { requireProposer } from "@/lib/auth/actor";
import { findRecord } from "@/lib/fund/queries/decisions";
import { kindAt } from "@/lib/fund/rules/ledger";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/fund/[ledger]/[recordId]/edit">) {
  const [t, kind] = await Promise.all([getTranslations("money"), params.then(({ ledger }) => kindAt(ledger))]);
  return { title: kind && `${t(`kinds.${kind}`)} ${t("actions.edit")}` };
}

/** A draft is written over by who began it; anything else shows where it stands instead. */
export default async function EditRecordPage({ params }: PageProps<"/fund/[ledger]/[recordId]/edit">) {
  const actor = await requireProposer("money:record");
  const [t, { ledger, recordId }] = await Promise.all([getTranslations("money"), params]);
  const kind = kindAt(ledger);
  const record = kind && (await findRecord(kind, recordId));
  if (!kind || !record) notFound();
  const open = record.state === "DRAFT" && record.createdById === actor.id;

  return (
    <main className="main" id="main">
      <Crumb href={`/fund/${ledger}`} list={t(`lists.${kind}`)} here={record.documentNo || record.datedOn} />
      <Title title={t(`edit.${kind}`)} badge={<RecordBadge state={record.state} />} />
      {open ? (
        <RecordForm defaults={{ kind, draft: record, today: actor.today }} />
      ) : (
        <RecordSteps record={record} differences={[]} doubt={undefined} actor={actor} />
      )}
    </main>
  );
}
