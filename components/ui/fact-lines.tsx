import type { ReactNode } from "react";

/** What is known of one thing, a line each in two columns; a line without a value is left out. */
export function FactLines({ lines }: { lines: [term: string, value: ReactNode][] }) {
  return (
    <dl className="sheet-body grid gap-x-6 md:gap-y-2 md:grid-cols-[144px_minmax(0,1fr)]">
      {lines
        .filter(([, value]) => value)
        .map(([term, value]) => (
          <div className="contents" key={term}>
            <dt className="muted mt-2 md:mt-0">{term}</dt>
            <dd className="as-written">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
