import "server-only";
import { listVersions } from "@/lib/fund/queries/decisions";
import { bookFilter, bookQuery } from "@/lib/fund/schema/period";
import { dayOfBook, headOfBook } from "@/lib/report/sheet/fund-words";
import { report } from "@/lib/report/sheet/report";
import { decimalWan } from "@/lib/value/money";
import { translatorOf } from "@/lib/wording/translations";

/** R62: every version of the revenues as its page lists them; revenues of several years have no sum. */
export const revenueReport = report({
  kind: "revenues",
  permission: "fund:export",
  filter: bookFilter,
  columns: {
    number: { kind: "number", width: 5 },
    year: { kind: "number", width: 8 },
    amount: { kind: "amount", width: 16 },
    certainty: { kind: "text", width: 14 },
    documentNo: { kind: "text", width: 28 },
    datedOn: { kind: "text", width: 12 },
    state: { kind: "text", width: 10 },
    creator: { kind: "text", width: 10 },
    approver: { kind: "text", width: 10 },
    note: { kind: "text", width: 28 },
  },
  async open(tx, asked, { today, locale }) {
    const asOf = dayOfBook(asked, today);
    const say = translatorOf(locale);
    const versions = await listVersions("revenue", { ...asked, asOf }, tx);
    const rows = versions.toSorted((one, other) => other.year - one.year);

    return {
      about: asked.year === undefined ? asOf : say("fund.said.year", { year: asked.year }),
      screen: `/fund/revenues?${bookQuery({ ...asked, asOf })}`,
      lines: headOfBook(asked, asOf, locale),
      count: rows.length,
      rows: rows.map((version, place) => ({
        number: place + 1,
        year: version.year,
        amount: decimalWan(version.amount),
        certainty: say(`money.certainty.${version.certainty}`),
        documentNo: version.documentNo,
        datedOn: version.datedOn,
        state: version.isCurrent ? say("money.current") : say(`state.record.${version.state}`),
        creator: version.creator,
        approver: version.decider,
        note: version.note,
      })),
      foot: () => [say("report.file.signed")],
    };
  },
});
