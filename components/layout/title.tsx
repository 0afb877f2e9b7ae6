import type { ReactNode } from "react";

type Props = { title: ReactNode; badge?: ReactNode; note?: ReactNode; actions?: ReactNode };

/** The heading of a page, its state, one line about it, and what can be done here. */
export function Title({ title, badge, note, actions }: Props) {
  return (
    <div className="title">
      <div>
        <h1>
          {title}
          {badge && <>&ensp;{badge}</>}
        </h1>
        {note && <p>{note}</p>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}
