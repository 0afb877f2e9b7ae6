import "server-only";
import { z } from "zod";
import { findSealedYear } from "@/lib/fund/queries/sealed";
import { changesOf, differenceOf, type SealedFigure } from "@/lib/fund/rules/sealed";
import { report } from "@/lib/report/sheet/report";
import { decimalWan, type Fen } from "@/lib/value/money";
import { translatorOf } from "@/lib/wording/translations";

/** I40: 差异 of a closed year and its reported months, and under them the records that make it, as the page lists them. */
export const differenceReport = report({
  kind: "differences",
  permission: "fund:export",
  filter: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
  columns: {
    period: { kind: "text", width: 12 },
    figure: { kind: "text", width: 20 },
    documentNo: { kind: "text", width: 26 },
    project: { kind: "text", width: 28 },
    sealed: { kind: "amount", width: 14 },
    now: { kind: "amount", width: 14 },
    difference: { kind: "amount", width: 14 },
  },
  async open(tx, { year }, { today, locale }) {
    const say = translatorOf(locale);
    const sealed = await findSealedYear(year, today, tx);
    const wan = (fen: Fen | null) => (fen === null ? null : decimalWan(fen));
    const line = (period: string) => (figure: SealedFigure) => ({
      ...{ period, documentNo: null, project: null, figure: say(`money.sealed.figures.${figure.name}`) },
      ...{ sealed: wan(figure.sealed), now: wan(figure.now), difference: wan(differenceOf(figure)) },
    });
    const records = changesOf(sealed).map(({ figure, datedOn, documentNo, project, amount }) => ({
      ...{ period: datedOn, figure: say(`money.sealed.figures.${figure}`), documentNo },
      ...{ project: project && say("report.project", project), sealed: null, now: null, difference: wan(amount) },
    }));
    const rows = [
      ...sealed.figures.map(line(say("fund.said.year", { year }))),
      ...sealed.changedMonths.flatMap(({ month, figures }) => figures.map(line(month))),
      ...records,
    ];
    return {
      about: say("fund.said.year", { year }),
      screen: `/fund/differences?year=${year}`,
      lines: [say("report.asOf", { asOf: today }), say("money.sealed.note")],
      count: rows.length,
      rows,
      foot: () => [say("report.file.signed")],
    };
  },
});
