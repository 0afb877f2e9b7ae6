import { type Fen, formatWan } from "@/lib/money";

/** A sum in 万元; what is taken back stands in red, with its sign, and nothing at all is muted. */
export function Wan({ fen }: { fen: Fen }) {
  const colour = fen < 0n ? " text-bad" : fen === 0n ? " muted" : "";
  return <span className={`nowrap${colour}`}>{formatWan(fen)}</span>;
}
