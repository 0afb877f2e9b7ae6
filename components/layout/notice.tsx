import type { ReactNode } from "react";

/** A page that is only a message: what is the matter, what can be done. */
export function Notice({
  title,
  text,
  number,
  refusal,
  actions,
}: {
  title: string;
  text: string;
  number?: ReactNode;
  refusal?: string | undefined;
  actions: ReactNode;
}) {
  return (
    <main className="main" id="main">
      <section className="sheet notice" data-refusal={refusal}>
        <div className="sheet-body">
          <h1>{title}</h1>
          <p className="muted">{text}</p>
          {number && <p className="number">{number}</p>}
          <div className="actions">{actions}</div>
        </div>
      </section>
    </main>
  );
}
