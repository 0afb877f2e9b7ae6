import { type Fen, formatWan } from "@/lib/money";

/** A sum in 万元; what is taken back stands in red, with its sign. */
export function Wan({ fen }: { fen: Fen }) {
  return <span className={fen < 0n ? "nowrap text-bad" : "nowrap"}>{formatWan(fen)}</span>;
}
