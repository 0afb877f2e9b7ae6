import { Link } from "@/components/ui/link";
import type { Actor } from "@/lib/auth/actor";
import { mayApprove } from "@/lib/auth/permissions";
import type { Difference } from "@/lib/fund/queries/differences";
import type { Doubt } from "@/lib/fund/queries/second-look";
import { segmentOf } from "@/lib/fund/rules/ledger";
import { noteOf, reversalOf } from "@/lib/fund/rules/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { formatYuan, inCapitals, spokenCny } from "@/lib/value/money";
import { getTranslations } from "@/lib/wording/translations";
import { DecideForms } from "./decide-forms";
import { DifferenceLines } from "./difference-lines";
import { DoubtLines } from "./doubt-lines";
import { Wan } from "./wan";
import { whatOf } from "./what-of";

type Props = {
  records: MoneyRecord[];
  differences: Map<string, Difference[]>;
  doubts: Map<string, Doubt>;
  actor: Actor;
};

/** What waits for a decision, one below the other: what it is, what it would change, and the decision itself. */
export function WaitingList({ records, differences, doubts, actor }: Props) {
  return (
    <ul>
      {records.map((record) => (
        <li key={record.id} className="sheet-row grid gap-x-6 gap-y-3 md:grid-cols-[minmax(0,1fr)_320px]">
          <div id={`approve-${record.id}-amount`}>
            <h3>
              <RecordTitle record={record} />
            </h3>
            <RecordNote record={record} />
            <DifferenceLines differences={differences.get(record.id) ?? []} />
            <DoubtLines record={record} doubt={doubts.get(record.id)} />
          </div>
          <div>
            {mayApprove(actor.role, "money:record") && (
              <Decision record={record} own={record.createdById === actor.id} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** R111: nobody decides what he wrote himself. */
async function Decision({ record, own }: { record: MoneyRecord; own: boolean }) {
  const t = await getTranslations("money.actions");
  return own ? <p className="muted">{t("ownProposal")}</p> : <DecideForms record={record} />;
}

/** 拨付 150.00 万元, P18-01 白松教育园区教学楼: leads to the record; in red where it takes one back. */
export async function RecordTitle({ record }: { record: MoneyRecord }) {
  const t = await getTranslations("money");
  const { kind } = record;
  return (
    <Link href={`/fund/${segmentOf[kind]}/${record.id}`}>
      {reversalOf(record) && <span className="bad-text">{t("reversalOf")}</span>}
      {t(`kinds.${kind}`)}{" "}
      {t.rich("wan", { cny: spokenCny(record.amount), m: () => <Wan fen={record.amount} exact /> })}
      {t("aboutWhat", { what: await whatOf(record) })}
    </Link>
  );
}

/** R85: the sum in 元 and 分 and in capitals; the day, the paper and who wrote it; why, where it takes one back or needs its basis. */
export async function RecordNote({ record }: { record: MoneyRecord }) {
  const t = await getTranslations("money");
  const { amount, datedOn } = record;
  const [documentNo, creator] = [record.documentNo ?? "", record.creator ?? ""];
  const said = [...ownWords(record, t), noteOf(record)].filter(Boolean);
  return (
    <>
      <p className="small">{t("amountSaid", { yuan: formatYuan(amount), capitals: inCapitals(amount) })}</p>
      <p className="small muted">{t(documentNo ? "dayAndPaper" : "dayOnly", { day: datedOn, documentNo, creator })}</p>
      {said.length > 0 && <p className="small">{said.join(t("between"))}</p>}
    </>
  );
}

/** What only some kinds say. */
function ownWords(record: MoneyRecord, t: Awaited<ReturnType<typeof getTranslations<"money">>>) {
  switch (record.kind) {
    case "revenue":
      return [t(`certainty.${record.certainty}`)];
    case "plan":
      return [record.basis && t(`bases.${record.basis}`)];
    case "disbursement":
      return [
        t("toPayee", { payee: record.payee }),
        record.exceptionReason && t("exception", { reason: record.exceptionReason }),
      ];
    default:
      return [];
  }
}
