import { Link } from "@/components/ui/link";
import { segmentOf } from "@/lib/fund/rules/ledger";
import { reversalOf, reversedBy, saidStateOf } from "@/lib/fund/rules/record";
import type { MoneyRecord } from "@/lib/fund/schema/stored";
import { getTranslations } from "@/lib/wording/translations";
import { RecordBadge } from "./record-badge";
import { Wan } from "./wan";

type Props = { records: MoneyRecord[]; caption: string; about: "paper" | "item" };

/** Records of one kind whatever their state, the newest first; each leads to itself. */
export async function RecordTable({ records, caption, about }: Props) {
  const t = await getTranslations("money");

  return (
    <table className="table cards">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("columns.day")}</th>
          <th scope="col">{t(`columns.${about}`)}</th>
          <th scope="col" className="num">
            {t("columns.amount")}
          </th>
          <th scope="col" className="after-num">
            {t("columns.creator")}
          </th>
          <th scope="col">{t("columns.decider")}</th>
          <th scope="col">{t("columns.state")}</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <td className="nowrap card-below">{record.datedOn}</td>
            <th scope="row" className="card-name">
              <Link href={`/fund/${segmentOf[record.kind]}/${record.id}`}>
                {record.kind === "outside" ? record.item : record.documentNo}
              </Link>
              {about === "item" && <p className="small muted hidden md:block">{record.documentNo}</p>}
              <Marks record={record} />
            </th>
            <td className="num card-below-side" data-label={t("columns.amount")}>
              <Wan fen={record.amount} />
            </td>
            <td className="after-num nowrap">{record.creator}</td>
            <td className="nowrap">{record.decider}</td>
            <td className="card-side">
              <RecordBadge state={saidStateOf(record)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is to be known of a record at a glance: that it takes another one back, or was taken back. */
async function Marks({ record }: { record: MoneyRecord }) {
  const t = await getTranslations("money.marks");
  if (reversalOf(record)) return <p className="small bad-text">{t("reversal")}</p>;
  if (reversedBy(record)) return <p className="small muted">{t("reversed")}</p>;
  return null;
}
