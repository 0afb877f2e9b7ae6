import "server-only";
import { listOutside } from "@/lib/fund/queries/decisions";
import { outsideSums } from "@/lib/fund/rules/outside";
import { bookFilter, bookQuery } from "@/lib/fund/schema/period";
import { dayOfBook, headOfBook } from "@/lib/report/sheet/fund-words";
import { report } from "@/lib/report/sheet/report";
import { decimalWan } from "@/lib/value/money";
import { translatorOf } from "@/lib/wording/translations";
import { OutsideLedger } from "@/prisma/generated/enums";

/** R78: the ledgers beside the fund as their page lists them; what is planned and what came of each are sums of their own. */
export const outsideReport = report({
  kind: "outside",
  permission: "fund:export",
  filter: bookFilter,
  columns: {
    number: { kind: "number", width: 5 },
    ledger: { kind: "text", width: 14 },
    item: { kind: "text", width: 24 },
    kind: { kind: "text", width: 8 },
    datedOn: { kind: "text", width: 12 },
    documentNo: { kind: "text", width: 28 },
    amount: { kind: "amount", width: 14 },
    state: { kind: "text", width: 10 },
    creator: { kind: "text", width: 10 },
    approver: { kind: "text", width: 10 },
    note: { kind: "text", width: 24 },
  },
  async open(tx, asked, { today, locale }) {
    const asOf = dayOfBook(asked, today);
    const say = translatorOf(locale);
    const records = await listOutside({ ...asked, asOf }, tx);
    const kindOf = (planned: boolean) => say(planned ? "report.planned" : "report.come");

    return {
      about: asked.year === undefined ? asOf : say("fund.said.year", { year: asked.year }),
      screen: `/fund/outside?${bookQuery({ ...asked, asOf })}`,
      lines: headOfBook(asked, asOf, locale),
      count: records.length,
      rows: records.map((record, place) => ({
        number: place + 1,
        ledger: say(`money.ledgers.${record.ledger}`),
        item: record.item,
        kind: kindOf(record.isPlanned),
        datedOn: record.datedOn,
        documentNo: record.documentNo,
        amount: decimalWan(record.amount),
        state: say(`state.record.${record.state}`),
        creator: record.creator,
        approver: record.decider,
        note: record.note,
      })),
      foot: () => [
        ...Object.values(OutsideLedger).flatMap((ledger) => {
          const { planned, come } = outsideSums(records, ledger);
          const line = (isPlanned: boolean, sum: bigint) => ({
            ledger: say(`money.ledgers.${ledger}`),
            item: say("fund.columns.total"),
            kind: kindOf(isPlanned),
            amount: decimalWan(sum),
          });
          return [line(true, planned), line(false, come)];
        }),
        say("report.file.signed"),
      ],
    };
  },
});
