import { exactWan, type Fen, formatWan } from "@/lib/value/money";

type Props = {
  fen: Fen;
  /** For whoever signs: to the last fen, nothing rounded. */
  exact?: boolean;
};

/** A sum in 万元; what is taken back stands in red, with its sign, and nothing at all is muted. */
export function Wan({ fen, exact = false }: Props) {
  const colour = fen < 0n ? " text-bad" : fen === 0n ? " muted" : "";
  return <span className={`nowrap${colour}`}>{exact ? exactWan(fen) : formatWan(fen)}</span>;
}
