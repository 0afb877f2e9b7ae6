import { notFound } from "next/navigation";
import { HistoryTable } from "@/components/audit/history-table";
import { DoneBanner } from "@/components/command/done-banner";
import { RecordBadge } from "@/components/fund/record/record-badge";
import { RecordFacts } from "@/components/fund/record/record-facts";
import { RecordSteps } from "@/components/fund/record/record-steps";
import { Wan } from "@/components/fund/record/wan";
import { whatOf } from "@/components/fund/record/what-of";
import { Crumb } from "@/components/layout/crumb";
import { Sheet } from "@/components/layout/sheet";
import { Title } from "@/components/layout/title";
import { listHistory } from "@/lib/audit/queries/entries";
import { requireActor } from "@/lib/auth/actor";
import { findRecordToDecide } from "@/lib/fund/queries/to-do";
import { kindAt } from "@/lib/fund/rules/ledger";
import { reversalOf, saidStateOf } from "@/lib/fund/rules/record";
import { spokenCny } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";

export async function generateMetadata({ params }: PageProps<"/fund/[ledger]/[recordId]">) {
  const [t, kind] = await Promise.all([getTranslations("money.kinds"), params.then(({ ledger }) => kindAt(ledger))]);
  return { title: kind && t(kind) };
}

export default async function RecordPage({ params }: PageProps<"/fund/[ledger]/[recordId]">) {
  const actor = await requireActor("dashboard:fund");
  const [t, { ledger, recordId }] = await Promise.all([getTranslations("money"), params]);
  const kind = kindAt(ledger);
  const found = kind && (await findRecordToDecide(kind, recordId, actor.today));
  if (!kind || !found) notFound();
  const { record, differences, doubt } = found;
  const entries = await listHistory([record.id]);

  return (
    <main className="main" id="main">
      <Crumb href={`/fund/${ledger}`} list={t(`lists.${kind}`)} here={record.documentNo || record.datedOn} />
      <DoneBanner />
      <Title
        title={
          <>
            {reversalOf(record) && <span className="bad-text">{t("reversalOf")}</span>}
            {t(`kinds.${kind}`)}{" "}
            {t.rich("wan", { cny: spokenCny(record.amount), m: () => <Wan fen={record.amount} exact /> })}
          </>
        }
        badge={<RecordBadge state={saidStateOf(record)} />}
        note={await whatOf(record)}
      />
      <RecordSteps record={record} differences={differences} doubt={doubt} actor={actor} />
      <RecordFacts record={record} />
      <Sheet title={t("history")}>
        <HistoryTable entries={entries} />
      </Sheet>
    </main>
  );
}
