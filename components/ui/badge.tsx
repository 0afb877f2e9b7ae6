import type { ReactNode } from "react";

/** Ring: open. Dot: running. Tick: done. Triangle: soon. Diamond: overdue. */
export type BadgeKind = "open" | "run" | "ok" | "warn" | "bad";

/** A state: word, shape and colour, so that none is needed alone. */
export function Badge({ kind = "open", children }: { kind?: BadgeKind; children: ReactNode }) {
  return <span className={classNames[kind]}>{children}</span>;
}

const classNames: Record<BadgeKind, string> = {
  open: "badge",
  run: "badge run",
  ok: "badge ok",
  warn: "badge warn",
  bad: "badge bad",
};
