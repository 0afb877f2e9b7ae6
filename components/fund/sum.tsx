import { type Fen, formatWan, percent1 } from "@/lib/value/money";

/** The name of a figure: under it a link's target repeats the same text. */
export type FigureName =
  | "arranged"
  | "disbursed"
  | "completed"
  | "projects"
  | "started"
  | "finished"
  | "sites"
  | "sites-finished"
  | "revenue"
  | "revenue-yi"
  | "aid-rate"
  | "standard"
  | "plan"
  | "above-arranged"
  | "above-disbursed"
  | "lack-arranged"
  | "lack-disbursed"
  | "standard-rate"
  | "standard-rate-disbursed"
  | "carried-disbursed"
  | "carried-completed"
  | "own-disbursed"
  | "own-completed"
  | "without-early"
  | "above-without-early"
  | "lack-without-early"
  | "payment-rate"
  | "completion-rate"
  | "year-passed"
  | "late-below"
  | `in-${string}`;

type Way = {
  figure: FigureName;
  href: string;
  /** Where somebody came for this very figure: the sum is repeated, and leads on. */
  repeats?: boolean;
};

/** U04, I25: a number that leads to the records it is made of; the page it leads to says the same number again. A zero has nothing behind it. */
export function Sum({ figure, href, repeats, zero, children }: Way & { zero?: boolean; children: string }) {
  const repeated = repeats ? figure : undefined;
  if (zero) {
    return (
      <span className="muted" data-sum={repeated}>
        {children}
      </span>
    );
  }
  return (
    <a className="fig nowrap" href={href} data-figure={figure} data-sum={repeated}>
      {children}
    </a>
  );
}

/** The figure somebody came for, as the page before printed it. */
export function Repeated({ figure, children }: { figure: FigureName; children: string }) {
  return (
    <b className="nowrap" data-sum={figure}>
      {children}
    </b>
  );
}

/** In 万元. */
export function Money({ fen, ...way }: Way & { fen: Fen }) {
  return (
    <Sum {...way} zero={fen === 0n}>
      {formatWan(fen)}
    </Sum>
  );
}

export function Count({ count, ...way }: Way & { count: number }) {
  return (
    <Sum {...way} zero={count === 0}>
      {String(count)}
    </Sum>
  );
}

/** R79: a part of something in percent; of nothing there is no part. */
export function Rate({ part, of, ...way }: Way & { part: Fen; of: Fen | null }) {
  const text = rateText(part, of);
  if (text === undefined) return <span className="muted">–</span>;
  return (
    <Sum {...way} zero={part === 0n}>
      {text}
    </Sum>
  );
}

export function rateText(part: Fen, of: Fen | null): string | undefined {
  const percent = of === null ? undefined : percent1(part, of);
  return percent === undefined ? undefined : `${percent} %`;
}

/** 50 basis points are 0.5 %. */
export const basisPointsText = (basisPoints: number): string => `${basisPoints / 100} %`;

/** 641 ‰ are 64.1 %. */
export const permilleText = (permille: number): string => `${(permille / 10).toFixed(1)} %`;
