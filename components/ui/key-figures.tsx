import type { ReactNode } from "react";

export type KeyFigure = {
  label: string;
  /** Ties the figure to its part of the bar below. */
  swatch?: "held" | "planned" | "left";
  figure: ReactNode;
  unit?: string;
  note?: ReactNode;
};

/** Up to four figures in one line, cut by hairlines. */
export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ label, swatch, figure, unit, note }) => (
        <div key={label}>
          <dt>
            {swatch && <i className={classNames[swatch]} />}
            {label}
          </dt>
          <dd>
            {figure}
            {unit && <span className="unit">{unit}</span>}
          </dd>
          {note && <dd className="note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

const classNames = { held: "swatch held", planned: "swatch planned", left: "swatch remaining" };
