import "server-only";
import { z } from "zod";
import { codeItems, wordsOf } from "@/lib/code/queries/items";
import { day } from "@/lib/command/fields";
import type { Tx } from "@/lib/database/db";
import { together } from "@/lib/database/together";
import { findRoomUse } from "@/lib/lesson/queries/use";
import { type HalfUse, isPeriod, weekHalves } from "@/lib/lesson/rules/use";
import { type Asker, type ReportColumn, report } from "@/lib/report/sheet/report";
import { cellsOfUse, columnsOfUse, rateOf } from "@/lib/report/sheet/use-cells";
import type { Day } from "@/lib/value/calendar";
import { translatorOf } from "@/lib/wording/translations";

const period = z.object({ from: day, to: day });

/** 教室使用情况: hours open, used and outside of each classroom in a period, with the sum. */
export const classroomUseReport = report({
  kind: "classroom-use",
  permission: "report:export",
  filter: period,
  columns: {
    classroom: { kind: "text", width: 16 },
    kind: { kind: "text", width: 14 },
    ...columnsOfUse,
  },
  async open(tx, asked, asker) {
    if (!isPeriod(asked)) return null;
    const { uses, total, ...cover } = await readUse(tx, asked, asker);
    const { kinds } = await together(tx, { kinds: codeItems("CLASSROOM_KIND") });
    const kindOf = wordsOf(kinds, asker.locale);
    return {
      ...cover,
      count: uses.length,
      rows: uses.map(({ room, minutes }) => ({
        classroom: `${room.label} ${room.name}`,
        kind: kindOf(room.kind),
        ...cellsOfUse(minutes),
      })),
      foot: () => [
        { classroom: translatorOf(asker.locale)("lesson.use.total"), ...cellsOfUse(total.minutes) },
        translatorOf(asker.locale)("report.file.signed"),
      ],
    };
  },
});

/** A half-day of the week as a column: `am3` is Wednesday morning. */
const keyOf = ({ weekday, half }: Pick<HalfUse, "weekday" | "half">): string => `${half}${weekday}`;

/** 教室使用热力表: how much of each half-day of the week is used, classroom by classroom; nothing where none was open. */
export const classroomHeatReport = report({
  kind: "classroom-heat",
  permission: "report:export",
  filter: period,
  columns: {
    classroom: { kind: "text", width: 16 },
    ...(Object.fromEntries(weekHalves.map((half) => [keyOf(half), { kind: "percent", width: 8 }])) as Record<
      string,
      ReportColumn
    >),
  },
  async open(tx, asked, asker) {
    if (!isPeriod(asked)) return null;
    const { uses, total, ...cover } = await readUse(tx, asked, asker);
    return {
      ...cover,
      count: uses.length,
      rows: uses.map(({ room, halves }) => ({ classroom: `${room.label} ${room.name}`, ...ratesOf(halves) })),
      foot: () => [{ classroom: translatorOf(asker.locale)("lesson.use.total"), ...ratesOf(total.halves) }],
    };
  },
});

const ratesOf = (halves: readonly HalfUse[]) => Object.fromEntries(halves.map((half) => [keyOf(half), rateOf(half)]));

/** The use of a period with what stands above its table. */
async function readUse(tx: Tx, { from, to }: { from: Day; to: Day }, { locale }: Asker) {
  const say = translatorOf(locale);
  const { uses, total, workingDays } = await findRoomUse({ from, to }, tx);
  return {
    uses,
    total,
    about: say("lesson.use.period", { from, to }),
    screen: `/schedule/use?from=${from}&to=${to}`,
    lines: [say("lesson.use.note", { from, to, days: workingDays }), say("lesson.use.how")],
  };
}
