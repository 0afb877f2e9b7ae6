"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import type { DrawnPoint } from "./line-chart";
import type { DrawingProps } from "./line-drawing";

type Props = { points: DrawnPoint[]; reference: number | undefined; children: ReactNode };

/** The still line at first; when the browser has nothing else to do, the same line from Recharts, which answers the pointer. */
export function LiveLine({ points, reference, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<{ Drawing: ComponentType<DrawingProps>; width: number; height: number }>();

  useEffect(() => {
    let gone = false;
    const fetchDrawing = async () => {
      // Without the drawing the still line stays, which says the same.
      const drawing = await import("./line-drawing").catch(() => null);
      if (gone || !drawing || !box.current) return;
      const { width, height } = box.current.getBoundingClientRect();
      setLive({ Drawing: drawing.LineDrawing, width, height });
    };
    const cancel = whenIdle(() => void fetchDrawing());
    return () => {
      gone = true;
      cancel();
    };
  }, []);

  return (
    <div className="plot-line" ref={box}>
      {live ? <live.Drawing points={points} reference={reference} width={live.width} height={live.height} /> : children}
    </div>
  );
}

/** Safari before 2025 has no idle callback. */
function whenIdle(work: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const number = window.requestIdleCallback(work, { timeout: 4_000 });
    return () => window.cancelIdleCallback(number);
  }
  const number = setTimeout(work, 1_500);
  return () => clearTimeout(number);
}
