import { exactWan, type Fen, formatWan } from "@/lib/value/money";

type Props = {
  fen: Fen;
  /** For whoever signs: to the last fen, nothing rounded. */
  exact?: boolean;
};

/** A sum in 万元; what is taken back stands in red, with its sign, and nothing at all is muted. */
export function Wan({ fen, exact = false }: Props) {
  const className = fen < 0n ? "nowrap bad-text" : fen === 0n ? "nowrap muted" : "nowrap";
  return <span className={className}>{exact ? exactWan(fen) : formatWan(fen)}</span>;
}
