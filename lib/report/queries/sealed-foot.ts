import "server-only";
import type { Tx } from "@/lib/database/db";
import { findSealedYear } from "@/lib/fund/queries/sealed";
import { differenceOf, hasChanged, type SealedName } from "@/lib/fund/rules/sealed";
import { type FundFilter, isWholeYear } from "@/lib/fund/schema/filter";
import type { Day } from "@/lib/value/calendar";
import { exactWan, type Fen } from "@/lib/value/money";
import { lastDay } from "@/lib/value/period";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";

type Asked = { filter: FundFilter; names: readonly SealedName[]; today: Day; locale: Locale };

/** I40: under the table of a closed year, what of its sums reads otherwise today; nothing where all of it stands. */
export async function sealedFoot({ filter, names, today, locale }: Asked, tx: Tx): Promise<string[]> {
  if (!isWholeYear(filter) || filter.asOf !== lastDay(filter.year)) return [];
  const say = translatorOf(locale);
  const said = (fen: Fen | null) => (fen === null ? say("money.sealed.unknown") : exactWan(fen));
  const { figures } = await findSealedYear(filter.year, today, tx);
  return figures
    .filter((figure) => names.includes(figure.name) && hasChanged(figure))
    .map((figure) =>
      say("money.sealed.paper", {
        name: say(`money.sealed.figures.${figure.name}`),
        sealed: said(figure.sealed),
        now: said(figure.now),
        difference: said(differenceOf(figure)),
      }),
    );
}
