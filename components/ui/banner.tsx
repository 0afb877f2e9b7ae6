import type { ReactNode } from "react";

type Props = { kind: "ok" | "warn" | "info"; lead?: string; children: ReactNode; refusal?: string };

/** A message that concerns the whole page: done, capacity, time (U28). */
export function Banner({ kind, lead, children, refusal }: Props) {
  return (
    <div className={classNames[kind]} role="status" data-refusal={refusal}>
      {lead && <strong>{lead}</strong>}
      {children}
    </div>
  );
}

const classNames = { ok: "banner ok", warn: "banner warn", info: "banner info" };
