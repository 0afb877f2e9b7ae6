import "server-only";
import { countRecords, eachRecord } from "@/lib/fund/queries/file";
import { listProjectSums } from "@/lib/fund/queries/projects";
import type { LedgerRow } from "@/lib/fund/queries/records";
import { type Ledger, sumOf } from "@/lib/fund/rules/ledger";
import { totalsOf } from "@/lib/fund/rules/sums";
import { fundFilter, fundQuery } from "@/lib/fund/schema/filter";
import { sealedFoot } from "@/lib/report/queries/sealed-foot";
import { capitalsOf, carriedOf, filterOfFile, headOf, rateOf } from "@/lib/report/sheet/fund-words";
import { type Report, type ReportColumn, report } from "@/lib/report/sheet/report";
import { decimalWan } from "@/lib/value/money";
import { translatorOf } from "@/lib/wording/translations";

/** The ledgers of the fund's pages as files, 资金拨付进度表 among them (domain.md section 7), by the same query (I25). */
const recordReport = (ledger: Ledger): Report =>
  report({
    kind: ledger,
    permission: "fund:export",
    filter: fundFilter,
    columns: columnsOf(ledger),
    async open(tx, asked, { today, locale }) {
      const filter = filterOfFile(asked, today);
      const projects = await listProjectSums({ ...filter, q: undefined }, tx);
      const { arranged } = totalsOf(projects);
      const say = translatorOf(locale);
      const nameOf = new Map(projects.map(({ id, code, name }) => [id, say("report.project", { code, name })]));
      const sealed = await sealedFoot({ filter, names: [sumOf[ledger]], today, locale }, tx);
      // Of records that were searched for there is no part of what is arranged: they are not all of it.
      const partOf = (own = 0n) => (filter.q ? null : rateOf(own, arranged));

      let last: LedgerRow | undefined;
      async function* rows() {
        let number = 0;
        for await (const records of eachRecord(ledger, filter, projects, tx)) {
          last = records.at(-1) ?? last;
          yield records.map((record) => ({
            number: ++number,
            datedOn: record.datedOn,
            documentNo: record.documentNo,
            project: nameOf.get(record.project.id) ?? null,
            payee: record.payee,
            amount: decimalWan(record.amount),
            running: decimalWan(record.running),
            ofArranged: partOf(record.ownRunning),
            creator: record.creator,
            approver: record.approver,
          }));
        }
      }
      return {
        about: say("fund.said.year", { year: filter.year }),
        screen: `/fund/${ledger}?${fundQuery(filter)}`,
        lines: headOf(filter, projects, locale),
        count: await countRecords(ledger, filter, projects, tx),
        rows: rows(),
        foot: () => {
          const total = last?.running ?? 0n;
          return [
            { datedOn: say("fund.columns.total"), amount: decimalWan(total), ofArranged: partOf(last?.ownRunning) },
            capitalsOf(sumOf[ledger], total, locale),
            ...carriedOf(total - (last?.ownRunning ?? 0n), locale),
            ...sealed,
            say("report.file.signed"),
          ];
        },
      };
    },
  });

const columnsOf = (ledger: Ledger): Record<string, ReportColumn> => ({
  number: { kind: "number", width: 5 },
  datedOn: { kind: "text", width: 12 },
  documentNo: { kind: "text", width: 26 },
  project: { kind: "text", width: 34 },
  ...(ledger === "disbursements" && { payee: { kind: "text" as const, width: 20 } }),
  amount: { kind: "amount", width: 12 },
  running: { kind: "amount", width: 12 },
  ofArranged: { kind: "percent", width: 9 },
  creator: { kind: "text", width: 10 },
  approver: { kind: "text", width: 10 },
});

export const recordReports = {
  appropriations: recordReport("appropriations"),
  disbursements: recordReport("disbursements"),
  progress: recordReport("progress"),
} as const satisfies Record<Ledger, Report>;
