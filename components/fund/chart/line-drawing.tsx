"use client";

import {
  type DotItemDotProps,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from "recharts";
import type { DrawnPoint } from "./line-chart";
import { PointMark } from "./point-mark";

export type DrawingProps = { points: DrawnPoint[]; reference: number | undefined; width: number; height: number };

/** The line over the labels of the HTML: no axis, no margin, no motion of its own, so that nothing jumps when it comes. */
export function LineDrawing({ points, reference, width, height }: DrawingProps) {
  const last = points.length - 1;
  const dot = ({ cx, cy, index }: DotItemDotProps) => <PointMark key={index} x={cx} y={cy} isLast={index === last} />;
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width, height }}>
      <LineChart data={points} margin={{ top: 0, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <XAxis type="number" dataKey="x" domain={[0, 100]} hide />
        <YAxis type="number" domain={[0, 100]} hide />
        {reference !== undefined && <ReferenceLine className="reference" y={reference} />}
        <Line className="series" dataKey="y" type="linear" isAnimationActive={false} dot={dot} activeDot={{ r: 5 }} />
        <Tooltip content={Said} isAnimationActive={false} cursor={{ stroke: "var(--control)" }} offset={12} />
      </LineChart>
    </ResponsiveContainer>
  );
}

function Said({ active, payload }: TooltipContentProps) {
  const point = payload[0]?.payload as DrawnPoint | undefined;
  return active && point ? (
    <p className="plot-tip">
      {point.name} <b>{point.text}</b>
    </p>
  ) : null;
}
