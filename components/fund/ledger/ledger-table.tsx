import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { ProjectName } from "@/components/fund/project/project-name";
import { Repeated, rateText } from "@/components/fund/sum";
import type { ProjectRow } from "@/lib/fund/queries/projects";
import type { LedgerRow } from "@/lib/fund/queries/records";
import type { Ledger } from "@/lib/fund/rules/ledger";
import { totalsOf } from "@/lib/fund/rules/sums";
import type { FundFilter } from "@/lib/fund/schema/filter";
import type { Month } from "@/lib/value/calendar";
import { type Fen, formatWan, inCapitals } from "@/lib/value/money";
import { numberOfMonth } from "@/lib/value/period";
import { getTranslations } from "@/lib/wording/translations";

type Props = { ledger: Ledger; records: LedgerRow[]; projects: ProjectRow[]; filter: FundFilter };

/** 资金拨付进度表: each record by day, the sum of its month or year under it, and all of them at the foot, in figures and 大写 (R85). */
export async function RecordTable({ ledger, records, projects, filter }: Props) {
  const t = await getTranslations("fund");
  const { arranged } = totalsOf(projects);
  const total = records.at(-1)?.running ?? 0n;
  const columns = columnsOf(ledger);
  const byYear = filter.since < filter.year;

  return (
    <div className="table-wrap">
      <table className="table cards records">
        <caption className="sr-only">{t(`ledgers.${ledger}.title`)}</caption>
        <thead>
          <tr>
            {columns.map(({ name, className }) => (
              <th scope="col" className={className} key={name}>
                {t(`ledgers.columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groupsOf(records, byYear ? 4 : 7).map(({ time, rows, sum }) => (
            <Fragment key={time}>
              {rows.map((record) => (
                <Row key={record.id} ledger={ledger} record={record} arranged={filter.q ? null : arranged} />
              ))}
              <tr className="subtotal" id={`in-${time}`}>
                <th scope="row" className="card-name" colSpan={ledger === "disbursements" ? 4 : 3}>
                  {byYear
                    ? t("ledgers.ofYear", { year: Number(time) })
                    : t("ledgers.ofMonth", { month: numberOfMonth(time as Month) })}
                </th>
                <td className="num card-side">
                  <Repeated figure={`in-${time}`}>{formatWan(sum)}</Repeated>
                </td>
                <td colSpan={4} />
              </tr>
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="card-name" colSpan={ledger === "disbursements" ? 4 : 3}>
              {t("columns.total")}
            </th>
            <td className="num card-side">{formatWan(total)}</td>
            <td className="card-below" colSpan={4}>
              {t("ledgers.capitals", { capitals: inCapitals(total) })}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Row({ ledger, record, arranged }: { ledger: Ledger; record: LedgerRow; arranged: Fen | null }) {
  const t = useTranslations("fund.ledgers");
  const isRed = record.reversalOfId !== null;
  return (
    <tr className={isRed ? "reversal" : undefined}>
      <td className="nowrap card-below-side">{record.datedOn}</td>
      <th scope="row" className="card-name">
        <a href={`/fund/${ledger}/${record.id}`}>{record.documentNo}</a>
        {isRed && <span className="badge bad"> {t("red")}</span>}
      </th>
      <td className="card-below">
        <ProjectName project={record.project} />
      </td>
      {ledger === "disbursements" && <td>{record.payee}</td>}
      <td className="num card-side">{formatWan(record.amount)}</td>
      <td className="num">{formatWan(record.running)}</td>
      <td className="num">{rateText(record.ownRunning, arranged) ?? "–"}</td>
      <td className="after-num nowrap">{record.creator}</td>
      <td className="nowrap">{record.approver ?? "–"}</td>
    </tr>
  );
}

type Column = {
  name: "datedOn" | "documentNo" | "project" | "payee" | "amount" | "running" | "ofArranged" | "creator" | "approver";
  className?: string;
};

const columnsOf = (ledger: Ledger): Column[] => [
  { name: "datedOn" },
  { name: "documentNo" },
  { name: "project" },
  ...(ledger === "disbursements" ? [{ name: "payee" as const }] : []),
  { name: "amount", className: "num" },
  { name: "running", className: "num" },
  { name: "ofArranged", className: "num" },
  { name: "creator", className: "after-num" },
  { name: "approver" },
];

/** The records of each month, or of each year where there are several; `length` is how much of their day they share. */
function groupsOf(records: LedgerRow[], length: 4 | 7) {
  const groups: { time: string; rows: LedgerRow[]; sum: Fen }[] = [];
  for (const record of records) {
    const time = record.datedOn.slice(0, length);
    const last = groups.at(-1);
    if (last?.time === time) {
      last.rows.push(record);
      last.sum += record.amount;
    } else groups.push({ time, rows: [record], sum: record.amount });
  }
  return groups;
}
