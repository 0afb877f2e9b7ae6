import "server-only";
import { listProjectSums } from "@/lib/fund/queries/projects";
import { listRecords } from "@/lib/fund/queries/records";
import { totalsOf } from "@/lib/fund/rules/sums";
import { fundFilter, fundQuery, settleFilter } from "@/lib/fund/schema/filter";
import { decimalWan } from "@/lib/money";
import { capitalsOf, carriedOf, headOf, rateOf } from "@/lib/report/queries/fund-words";
import { report } from "@/lib/report/queries/report";
import { wordsOf } from "@/lib/report/queries/words";

/** 资金拨付进度表 (domain.md section 7): the payments of the fund's pages, by the same query (I25). */
export const disbursementReport = report({
  kind: "disbursements",
  permission: "fund:export",
  filter: fundFilter,
  columns: {
    number: { kind: "number", width: 5 },
    datedOn: { kind: "text", width: 12 },
    documentNo: { kind: "text", width: 20 },
    project: { kind: "text", width: 28 },
    payee: { kind: "text", width: 20 },
    amount: { kind: "amount", width: 12 },
    running: { kind: "amount", width: 12 },
    ofArranged: { kind: "percent", width: 9 },
    creator: { kind: "text", width: 10 },
    approver: { kind: "text", width: 10 },
  },
  async open(tx, asked, { today, locale }) {
    const filter = settleFilter(asked, today);
    const projects = await listProjectSums(filter, tx);
    const records = await listRecords("disbursements", filter, projects, tx);
    const { arranged, disbursed, ownDisbursed } = totalsOf(projects);
    const say = wordsOf(locale);

    return {
      about: say("fund.said.year", { year: filter.year }),
      screen: `/fund/disbursements?${fundQuery(filter)}`,
      lines: headOf(filter, projects, locale),
      count: records.length,
      rows: records.map((record, place) => ({
        number: place + 1,
        datedOn: record.datedOn,
        documentNo: record.documentNo,
        project: say("report.project", record.project),
        payee: record.payee,
        amount: decimalWan(record.amount),
        running: decimalWan(record.running),
        ofArranged: rateOf(record.ownRunning, arranged),
        creator: record.creator,
        approver: record.approver,
      })),
      foot: () => [
        {
          datedOn: say("fund.columns.total"),
          amount: decimalWan(disbursed),
          ofArranged: rateOf(ownDisbursed, arranged),
        },
        capitalsOf("disbursed", disbursed, locale),
        ...carriedOf(disbursed - ownDisbursed, locale),
        say("report.file.signed"),
      ],
    };
  },
});
