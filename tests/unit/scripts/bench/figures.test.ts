import { expect, test } from "vitest";
import { percent, ratio } from "@/scripts/bench/figures";
import type { Load } from "@/scripts/bench/load";
import { sayFigure, spreadOf } from "@/scripts/bench/spread";

test("a figure of several rounds is their middle, with how far they went", () => {
  expect(spreadOf([14, 11, 12])).toEqual({ median: 12, least: 11, most: 14 });
  expect(spreadOf([14, 11, 12, 13]).median).toBe(12.5);
  expect(spreadOf([]).median).toBeNaN();
  expect(sayFigure(spreadOf([14, 11, 12]))).toBe("12.0 (11.0–14.0)");
  expect(sayFigure(spreadOf([12]))).toBe("12.0");
});

test("a ratio is made round by round, so that a round in which the machine was slow counts as any other", () => {
  const quick = { serverMs: 8, databaseMs: 2 } as Load;
  const slow = { serverMs: 80, databaseMs: 20 } as Load;
  const limits = [{ serverMs: 5, databaseMs: 0 } as Load, { serverMs: 40, databaseMs: 10 } as Load];

  expect(ratio([quick, slow], limits)).toEqual({ median: 2, least: 2, most: 2 });
  expect(ratio([quick], []).median).toBeNaN();
  expect(percent(ratio([quick, slow], limits)).median).toBe(200);
});
