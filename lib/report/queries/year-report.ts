import "server-only";
import { z } from "zod";
import { nobody } from "@/lib/completion/queries/tally";
import { findCompletionYear } from "@/lib/completion/queries/year";
import { report } from "@/lib/report/sheet/report";
import { tallyCells, tallyColumns } from "@/lib/report/sheet/tally-cells";
import { translatorOf } from "@/lib/wording/translations";

/** 年度结业报告: one line a cohort, the base and what is held elsewhere apart (R27), and the year as a whole. */
export const yearReport = report({
  kind: "year-report",
  permission: "report:export",
  filter: z.object({ year: z.coerce.number().int().min(1900).max(2100) }),
  columns: {
    cohort: { kind: "text", width: 11 },
    title: { kind: "text", width: 24 },
    startsOn: { kind: "text", width: 12 },
    endsOn: { kind: "text", width: 12 },
    state: { kind: "text", width: 9 },
    seats: { kind: "number", width: 8 },
    ...tallyColumns,
  },
  async open(tx, { year }, { locale }) {
    const say = translatorOf(locale);
    const { lines, draft, sums } = await findCompletionYear(tx, year);
    const sum = (name: "atBase" | "outside" | "all") => ({
      cohort: say(`report.sums.${name}`),
      seats: sums[name].seats,
      ...tallyCells(sums[name]),
    });
    return {
      about: say("report.year", { year }),
      official: String(year),
      screen: `/reports/completions?year=${year}`,
      lines: [say("report.kinds.year-report.head", { year, cohorts: lines.length }), say("report.how")],
      draft,
      count: lines.length,
      rows: lines.map(({ number, title, startsOn, endsOn, state, seats, tally }) => ({
        cohort: number,
        title,
        startsOn,
        endsOn,
        state: say(`state.cohort.${state}`),
        seats,
        ...tallyCells(tally ?? nobody),
      })),
      foot: () => [
        ...(sums.outside.seats > 0 ? [sum("atBase"), sum("outside")] : []),
        sum("all"),
        say("report.file.signed"),
      ],
    };
  },
});
