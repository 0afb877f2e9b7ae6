import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decimalWan,
  exactWan,
  formatWan,
  formatYi,
  formatYuan,
  inCapitals,
  parseWan,
  parseYi,
  parseYuan,
  percent1,
  spokenCny,
} from "@/lib/value/money";

const anyFen = fc.bigInt({ min: 0n, max: 999_999_999_999_999n });

test("R60: yuan are read exactly, where floating point would lose a fen", () => {
  expect(parseYuan("1030.10")).toBe(103_010n);
  expect(parseYuan("１０３０．１")).toBe(103_010n);
  expect(parseYuan(" 0 ")).toBe(0n);
  expect(parseYuan("9999999999999.99")).toBe(999_999_999_999_999n);
});

test("R60: six decimals of ten thousand yuan are fen", () => {
  expect(parseWan("3033.41")).toBe(3_033_410_000n);
  expect(parseWan("0.000001")).toBe(1n);
  expect(parseWan("69.984")).toBe(69_984_000n);
});

test("I19: what is no plain amount is refused", () => {
  const wrong = ["1e5", "1,00", "NaN", "-0", "-1", "+1", "", ".5", "1.", "0x10", "1 000", "Infinity", "1.2.3", "一"];

  expect([...wrong, "1.005", "10000000000000"].map(parseYuan).filter((fen) => fen !== undefined)).toEqual([]);
  expect([...wrong, "0.0000001", "1000000000"].map(parseWan).filter((fen) => fen !== undefined)).toEqual([]);
});

test("R60: reading what was shown gives the same fen", () => {
  fc.assert(fc.property(anyFen, (fen) => parseYuan(formatYuan(fen).replaceAll(",", "")) === fen));
});

test("R60: amounts are rounded half-up at display only", () => {
  expect(formatYuan(103_010n)).toBe("1,030.10");
  expect(formatWan(3_033_410_000n)).toBe("3,033.41");
  expect([4_999n, 5_000n, 1_234_567_895_000n].map(formatWan)).toEqual(["0.00", "0.01", "1,234,567.90"]);
  expect(formatYi(514_000_000_000n)).toBe("51.40");
  expect([formatWan(-5_000n), formatYuan(-7n), formatWan(-1n)]).toEqual(["-0.01", "-0.07", "0.00"]);
});

test("R85: who signs sees every fen of a sum in 万元, and two decimals where there are no more", () => {
  expect([1n, 100n, 3_033_410_000n, 1_234_567_891_230n].map(exactWan)).toEqual([
    ...["0.000001", "0.0001", "3,033.41", "1,234,567.89123"],
  ]);
  expect([exactWan(-1n), exactWan(0n)]).toEqual(["-0.000001", "0.00"]);
  fc.assert(fc.property(anyFen, (fen) => fen % 10_000n !== 0n || exactWan(fen) === formatWan(fen)));
});

test("R60: pasted amounts may carry the commas of thousands, in half and full width; a comma elsewhere is no amount", () => {
  expect(["1,634,100.00", "１，６３４，１００．００", " 1634100 "].map(parseYuan)).toEqual(Array(3).fill(163_410_000n));
  expect(["514,000", "5,14,000", "1,23", "514,000,", ",514"].map(parseWan)).toEqual([
    514_000_000_000n,
    ...Array(4).fill(undefined),
  ]);
  fc.assert(fc.property(anyFen, (fen) => parseYuan(formatYuan(fen)) === fen));
});

test("R60: a revenue may be typed in 亿元, exact to the fen", () => {
  expect(["51.4", "51.40000000", "0.0000000001", "51.40000000001"].map(parseYi)).toEqual([
    ...[514_000_000_000n, 514_000_000_000n, 1n, undefined],
  ]);
});

test("R60: in English a sum is spoken of in CNY", () => {
  expect([514_000_000_000n, 3_600_000_000n, 3_033_410_000n, 100_000_000n, 99_999_999n, -7n].map(spokenCny)).toEqual([
    ...["CNY 5.14 billion", "CNY 36 million", "CNY 30.33 million", "CNY 1 million", "CNY 999,999.99", "-CNY 0.07"],
  ]);
});

test("R60: a reversal shows the opposite of its original", () => {
  fc.assert(
    fc.property(anyFen, (fen) =>
      [formatWan(fen), `-${formatWan(fen)}`].includes(formatWan(-fen).replace(/^-?(0\.00)$/, "$1")),
    ),
  );
});

test("R79: rates have one decimal, half-up", () => {
  expect(percent1(303_341n, 360_000n)).toBe("84.3");
  expect(percent1(1_545, 3_600)).toBe("42.9");
  expect(percent1(3_600n, 2_570n)).toBe("140.1");
  expect([percent1(1, 2_000), percent1(70, 2_000), percent1(2_000, 2_000)]).toEqual(["0.1", "3.5", "100.0"]);
  expect(percent1(1n, 0n)).toBeUndefined();
});

test.each([
  ["16409.02", "壹万陆仟肆佰零玖元零贰分"],
  ["325.04", "叁佰贰拾伍元零肆分"],
  ["1409.50", "壹仟肆佰零玖元伍角"],
  ["6007.14", "陆仟零柒元壹角肆分"],
  ["30334100", "叁仟零叁拾叁万肆仟壹佰元整"],
  ["0", "零元整"],
  ["0.05", "伍分"],
  ["0.30", "叁角"],
  ["10", "壹拾元整"],
  ["100500", "壹拾万零伍佰元整"],
  ["100000001", "壹亿零壹元整"],
  ["10000100000", "壹佰亿零壹拾万元整"],
  ["1000000000000", "壹万亿元整"],
])("R85: %s in capitals", (yuan, capitals) => {
  expect(inCapitals(parseYuan(yuan) ?? -1n)).toBe(capitals);
});

test("R75, R85: a reversal in capitals is called negative", () => {
  expect(inCapitals(-32_504n)).toBe("负叁佰贰拾伍元零肆分");
});

test("R85: capitals never say zero twice, nor before a unit, nor at the end", () => {
  fc.assert(
    fc.property(
      anyFen.filter((fen) => fen > 0n),
      (fen) => !/零零|零[亿万仟佰拾元角分整]|零$/.test(inCapitals(fen)),
    ),
  );
});

test.each([
  [0n, "0.00"],
  [30_334_100_00n, "3033.41"],
  [200_000_000n, "200.00"],
  [123_456n, "0.123456"],
  [-5_000_000n, "-5.00"],
  [1n, "0.000001"],
])("R60: %i fen stand in a sheet as %s, exact and without commas", (fen, written) => {
  expect(decimalWan(fen)).toBe(written);
});
