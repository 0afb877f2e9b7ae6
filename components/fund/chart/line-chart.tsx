import type { Fen } from "@/lib/value/money";
import { LiveLine } from "./live-line";
import { PointMark } from "./point-mark";
import { largestOf, scaleFor, shareOf } from "./scale";

export type LinePoint = { slot: number; amount: Fen; name: string; text: string };

type Props = {
  /** One sentence for those who cannot see the line. */
  alt: string;
  /** The words under the line, one a slot; on phones every other one is left out. */
  slots: string[];
  points: LinePoint[];
  /** What the last point is called. */
  last: string;
  reference?: { amount: Fen; label: string } | undefined;
};

/** A line from zero, complete in the HTML: scale, labels and line are SVG that keeps its type size however wide it gets. */
export function LineChart({ alt, slots, points, last, reference }: Props) {
  const { top, steps } = scaleFor(largestOf(...points.map(({ amount }) => amount), reference?.amount ?? 0n));
  const across = (slot: number) => ((slot + 0.5) * 100) / slots.length;
  const drawn = points.map(({ slot, amount, name, text }) => ({
    x: across(slot),
    y: shareOf(amount, top),
    name,
    text,
  }));
  const end = drawn.at(-1);
  const mark = reference && shareOf(reference.amount, top);

  return (
    <div className="plot" role="img" aria-label={alt}>
      <svg aria-hidden="true">
        {steps.map(({ share, label }) => (
          <g key={share}>
            <line
              className={share === 0 ? "zero-line" : "gridline"}
              x2="100%"
              y1={`${100 - share}%`}
              y2={`${100 - share}%`}
            />
            <text className="amount-label" x="-8" y={`${100 - share}%`} dy="0.35em">
              {label}
            </text>
          </g>
        ))}
        {slots.map((slot, index) => (
          <text
            className={index % 2 === 1 ? "slot-label every-other" : "slot-label"}
            x={`${across(index)}%`}
            y="100%"
            dy="1.7em"
            key={slot}
          >
            {slot}
          </text>
        ))}
      </svg>
      <LiveLine points={drawn} reference={mark}>
        <StillLine points={drawn} reference={mark} />
      </LiveLine>
      <svg aria-hidden="true">
        {reference && mark !== undefined && (
          <text className="reference-label" y={`${100 - mark}%`} dy="-6">
            {reference.label}
          </text>
        )}
        {end && (
          <text
            className={end.x > 70 ? "last-label to-the-left" : "last-label"}
            x={`${end.x}%`}
            y={`${100 - end.y}%`}
            dx={end.x > 70 ? -12 : 12}
            dy={end.x > 70 ? -8 : "0.1em"}
          >
            {last}
          </text>
        )}
      </svg>
    </div>
  );
}

export type DrawnPoint = { x: number; y: number; name: string; text: string };

/** What Recharts draws again once it has come, at the same places. */
function StillLine({ points, reference }: { points: DrawnPoint[]; reference: number | undefined }) {
  return (
    <svg aria-hidden="true">
      {reference !== undefined && (
        <line className="reference" x2="100%" y1={`${100 - reference}%`} y2={`${100 - reference}%`} />
      )}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <polyline
          className="series"
          vectorEffect="non-scaling-stroke"
          points={points.map(({ x, y }) => `${x.toFixed(3)},${(100 - y).toFixed(3)}`).join(" ")}
        />
      </svg>
      {points.map(({ x, y, name }, index) => (
        <PointMark x={`${x}%`} y={`${100 - y}%`} isLast={index === points.length - 1} key={name} />
      ))}
    </svg>
  );
}
