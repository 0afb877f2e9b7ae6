import type { Figure, PageCell } from "@/lib/report/file/html";
import type { Column, Kind } from "@/lib/report/file/paper";
import type { Fen } from "@/lib/value/money";
import { formatWan } from "@/lib/value/money";
import { type FigureName, rateText } from "../sum";

type Way = { figure: FigureName; href: string };

/** U04: a figure on paper leads to the same records as on the screen; a zero has nothing behind it. */
export const money = ({ figure, href }: Way, fen: Fen): string | Figure =>
  fen === 0n ? formatWan(fen) : { text: formatWan(fen), figure, href };

export const count = ({ figure, href }: Way, number: number): string | Figure =>
  number === 0 ? "0" : { text: String(number), figure, href };

/** R79: of nothing there is no part. */
export function rate({ figure, href }: Way, part: Fen, of: Fen | null): string | Figure {
  const text = rateText(part, of);
  if (text === undefined) return "–";
  return part === 0n ? text : { text, figure, href };
}

/** What is there of a line, with a sign between. */
export const joined = (between: string, parts: readonly PageCell[]): PageCell =>
  parts
    .filter((part) => part !== null && part !== "" && !(Array.isArray(part) && part.length === 0))
    .flatMap((part, place) => {
      const words = typeof part === "object" && part !== null ? part : [String(part)];
      return place === 0 ? words : [between, ...words];
    });

export const column = (title: string, width: number, kind: Kind = "text"): Column => ({ title, width, kind });
