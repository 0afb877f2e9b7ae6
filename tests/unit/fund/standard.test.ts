import fc from "fast-check";
import { expect, test } from "vitest";
import { aidStandard, givesStandard, lackOf, splitAtStandard } from "@/lib/fund/rules/standard";
import { type Fen, formatWan, parseWan, percent1 } from "@/lib/value/money";

const wan = (text: string): Fen => parseWan(text) as Fen;
const half = 50n;
const anyFen = fc.bigInt({ min: 0n, max: 99_999_999_999_999n });

test("R61: 0.5 % of 51.40 亿元 is 2,570.00, as every other year of the source has it", () => {
  const revenues = ["368000", "406000", "442000", "472000", "496000", "508000", "514000", "532000"];

  expect(revenues.map((revenue) => formatWan(aidStandard(wan(revenue), half)))).toEqual([
    ...["1,840.00", "2,030.00", "2,210.00", "2,360.00"],
    ...["2,480.00", "2,540.00", "2,570.00", "2,660.00"],
  ]);
});

test("R61: half a fen is rounded up, less is not", () => {
  expect([99n, 100n, 101n, 299n, 300n].map((revenue) => aidStandard(revenue, half))).toEqual([0n, 1n, 1n, 1n, 2n]);
});

test("I22: at 0.5 % the standard is (revenue × 5 + 500) ÷ 1000 in whole fen", () => {
  fc.assert(fc.property(anyFen, (revenue) => aidStandard(revenue, half) === (revenue * 5n + 500n) / 1_000n));
});

test("R62: a provisional revenue gives no standard; a confirmed one and one implied by the published standard do", () => {
  expect((["CONFIRMED", "IMPLIED", "PROVISIONAL"] as const).map(givesStandard)).toEqual([true, true, false]);
});

test("R65: 3,600 against 2,570 is 1,030 above, 140.1 %; 3,033.41 is 463.41 above", () => {
  const standard = wan("2570");

  const arranged = splitAtStandard(wan("3600"), standard);
  const disbursed = splitAtStandard(wan("3033.41"), standard);

  expect([arranged.within, arranged.above].map(formatWan)).toEqual(["2,570.00", "1,030.00"]);
  expect([disbursed.within, disbursed.above].map(formatWan)).toEqual(["2,570.00", "463.41"]);
  expect(percent1(wan("3600"), standard)).toBe("140.1");
});

test("R63: 2,569.99 against 2,570 lacks 0.01; exactly 2,570 lacks nothing and is above nothing", () => {
  expect(formatWan(lackOf(wan("2569.99"), wan("2570")))).toBe("0.01");
  expect(lackOf(wan("2570"), wan("2570"))).toBe(0n);
  expect(splitAtStandard(wan("2570"), wan("2570")).above).toBe(0n);
});

test("R62: without a standard nothing is above it and nothing lacks", () => {
  expect(splitAtStandard(wan("3600"), null)).toEqual({ within: wan("3600"), above: 0n });
  expect(lackOf(0n, null)).toBe(0n);
});

test("R65: the parts add up to the sum, and a sum never both lacks and exceeds", () => {
  fc.assert(
    fc.property(anyFen, anyFen, (sum, standard) => {
      const { within, above } = splitAtStandard(sum, standard);
      const lack = lackOf(sum, standard);
      return within + above === sum && within + lack === standard && (above === 0n || lack === 0n);
    }),
  );
});

test("R79: the three rates of 2018-08-22, one decimal, half-up; of nothing there is none", () => {
  expect(percent1(wan("3033.41"), wan("3600"))).toBe("84.3");
  expect(percent1(wan("1545"), wan("3600"))).toBe("42.9");
  expect(percent1(wan("3033.41"), wan("2570"))).toBe("118.0");
  expect(percent1(1n, 0n)).toBeUndefined();
  expect([percent1(1_249n, 10_000n), percent1(1_250n, 10_000n), percent1(1_255n, 10_000n)]).toEqual([
    ...["12.5", "12.5", "12.6"],
  ]);
});
