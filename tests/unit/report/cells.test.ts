import { expect, test } from "vitest";
import { csvOf, harmless } from "@/lib/report/file/csv";
import { heightAcross, heightOf, heightOfHead } from "@/lib/report/file/height";
import { type Column, isDecimal, type Paper } from "@/lib/report/file/paper";
import { maskNumbers } from "@/lib/report/rules";
import { capitalsOf, carriedOf, rateOf } from "@/lib/report/sheet/fund-words";

const column = (kind: Column["kind"], width = 10): Column => ({ title: kind, kind, width });

/** The lines of a paper as text, freed of the mark of its encoding. */
async function linesOf({
  columns,
  rows,
  ...change
}: Partial<Omit<Paper, "rows">> & { rows: (string | number | null)[][]; columns: Column[] }) {
  async function* each() {
    yield rows;
  }
  const paper: Paper = {
    tab: "表",
    title: "标题",
    lines: [],
    foot: () => [],
    page: "",
    columns,
    rows: each(),
    ...change,
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of csvOf(paper)) pieces.push(piece);
  return new TextDecoder().decode(Buffer.concat(pieces)).trimEnd().split("\r\n");
}

test.each(["=1+1", "+1", "-1", "@x", "＝1", "  =1", "好\n=1", "\t1"])(
  "invariants 5.7: a spreadsheet does not compute %j",
  (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  },
);

test.each(["卓玛", "1-2", "a=1", "2018-08-22", ""])("invariants 5.7: %j is left as it is", (text) => {
  expect(harmless(text)).toBe(text);
});

test("R82: in text a long number stays text and a day a day; a column of numbers holds plain ones, parts of a hundred their sign", async () => {
  const columns = [column("text"), column("number"), column("percent"), column("amount")];

  const lines = await linesOf({
    columns,
    rows: [
      ["51333819910106998X", 3, "79.9", "3033.41"],
      ["13900001234", null, null, "-0.01"],
      ["2018-08-22", "=1", "x", 1],
    ],
  });

  expect(lines.slice(2)).toEqual(["51333819910106998X,3,79.9%,3033.41", "'13900001234,,,-0.01", "2018-08-22,'=1,x,1"]);
});

test("U14: a paper is its mark, title, lines, head, rows and foot, in this order", async () => {
  const lines = await linesOf({
    ...{ mark: "草稿", lines: ["截至 2018-08-22"], columns: [column("text"), column("number")] },
    rows: [["甲", 1]],
    foot: () => [["合计", 1], "说明"],
  });

  expect(lines.map((line) => line.replace("\uFEFF", ""))).toEqual([
    "草稿",
    "标题",
    "截至 2018-08-22",
    "text,number",
    "甲,1",
    "合计,1",
    "说明",
  ]);
});

test("R60: what stands as a number is a plain decimal, never the notation of floating point", () => {
  expect(["0", "-3033.41", 18, "1.123456"].map((cell) => isDecimal(cell))).toEqual([true, true, true, true]);
  expect(["1e21", 1e21, "1,000", "", ".5", "1.1234567", null].some((cell) => isDecimal(cell))).toBe(false);
});

test("U14: a row is as high as its longest text; a Han character takes the room of two digits", () => {
  const [narrow, wide] = [[column("text", 10)], [column("text", 20)]];

  expect([heightOf(["1234567890"], narrow), heightOf(["12345678901"], narrow)]).toEqual([18, 32]);
  expect([
    heightOf(["一二三四五"], narrow),
    heightOf(["一二三四五六"], narrow),
    heightOf(["一二三四五六"], wide),
  ]).toEqual([18, 32, 18]);
  expect(heightOf(["甲\n乙\n丙"], narrow)).toBe(46);
  // Only text is broken into lines.
  expect(heightOf(["12345678901"], [column("number", 10)])).toBe(18);
  expect(heightOfHead([{ ...column("number", 4), title: "应拨标准" }])).toBe(60);
  expect(heightAcross("一二三四五六七八九十", [...narrow, ...narrow])).toBe(18);
});

test("R91: a whole number in an entry of the audit is masked, a longer or a shorter one is none", () => {
  expect(maskNumbers("51333819910106998X 与 13812345678")).not.toMatch(/19910106|12345678/);
  expect(maskNumbers("1381234567 138123456789 5133381991010699")).toBe("1381234567 138123456789 5133381991010699");
});

test("R85, R79: a sum is said in capitals, carried money only where there is any, and of nothing there is no part", () => {
  expect(capitalsOf("arranged", 16_341_000_000n, "zh-CN")).toMatch(/安排.*壹/);
  expect([carriedOf(0n, "zh-CN"), carriedOf(1_000_000n, "zh-CN").length]).toEqual([[], 1]);
  expect([rateOf(1n, 0n), rateOf(1n, 3n), rateOf(25_000n, 1n)]).toEqual([null, "33.3", "2500000.0"]);
});
