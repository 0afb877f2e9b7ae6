import { type ReactNode, useId } from "react";

type Props = {
  title: ReactNode;
  note?: ReactNode;
  /** One link at the right end of the head. */
  end?: ReactNode;
  children: ReactNode;
};

/** The only container: white, with a hairline, never inside another. */
export function Sheet({ title, note, end, children }: Props) {
  const id = useId();
  return (
    <section className="sheet" aria-labelledby={id}>
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        {note && <p>{note}</p>}
        {end && <div className="sheet-link small">{end}</div>}
      </div>
      {children}
    </section>
  );
}
