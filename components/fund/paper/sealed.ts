import { findSealedYear } from "@/lib/fund/queries/sealed";
import { differenceOf, hasChanged } from "@/lib/fund/rules/sealed";
import { type FundFilter, isWholeYear } from "@/lib/fund/schema/filter";
import type { Block } from "@/lib/report/file/html";
import type { Day } from "@/lib/value/calendar";
import { exactWan, type Fen } from "@/lib/value/money";
import type { translatorOf } from "@/lib/wording/translations";
import { column } from "./cells";

/** I40: what of a closed year reads otherwise today, under its sums; nothing where all of it stands. */
export async function sealedBlocks(
  filter: FundFilter,
  today: Day,
  say: ReturnType<typeof translatorOf>,
): Promise<Block[]> {
  if (!isWholeYear(filter)) return [];
  const { figures } = await findSealedYear(filter.year, today);
  const changed = figures.filter(hasChanged);
  if (changed.length === 0) return [];

  const said = (fen: Fen | null) => (fen === null ? say("money.sealed.unknown") : exactWan(fen));
  return [
    {
      title: say("money.sealed.titleOf", { year: filter.year }),
      columns: [
        column(say("money.sealed.columns.figure"), 24),
        ...(["closed", "now", "difference"] as const).map((name) =>
          column(say(`money.sealed.columns.${name}`), 16, "amount"),
        ),
      ],
      rows: changed.map((figure) => [
        say(`money.sealed.figures.${figure.name}`),
        ...[figure.sealed, figure.now, differenceOf(figure)].map((fen) => [said(fen)]),
      ]),
      foot: [],
    },
  ];
}
