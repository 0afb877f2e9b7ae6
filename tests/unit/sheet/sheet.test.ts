import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { csvOf } from "@/lib/report/file/csv";
import type { Cell, Paper, Row } from "@/lib/report/file/paper";
import { xlsxOf } from "@/lib/report/file/xlsx";

const columns: Paper["columns"] = [
  { title: "序号", kind: "number", width: 6 },
  { title: "公民身份号码", kind: "text", width: 20 },
  { title: "备注", kind: "text", width: 20 },
  { title: "金额", kind: "amount", width: 12 },
  { title: "占比", kind: "percent", width: 8 },
];

function paper(rows: AsyncIterable<Row> | Row[], change: Partial<Paper> = {}): Paper {
  const foot = () => [["合计", null, null, "3033.41", null], "填表人："];
  const lines = ["班期：2018年第2期", "单位：万元"];
  return { tab: "台账", title: "台账", lines, columns, rows: each(rows), foot, page: "第 &P 页 共 &N 页", ...change };
}

async function* each(rows: AsyncIterable<Row> | Row[]) {
  for await (const row of rows) yield [row];
}

async function* many(count: number) {
  for (let number = 1; number <= count; number++) yield rowOf(number);
}

const rowOf = (number: number, note: Cell = "无"): Row => [number, "51333819910106998X", note, "163.41", "84.3"];

async function whole(file: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function sheetOf(one: Paper) {
  const { sheets } = await readXlsx(await whole(xlsxOf(one)), { readStyles: true });
  const [sheet] = sheets;
  if (!sheet) throw new Error("the workbook has no sheet");
  return sheet;
}

test("U14: title, filters and unit stand on top, the sums under the rows, and the page is ready to print (R83)", async () => {
  const { rows, pageSetup, headerFooter, freezePane, merges } = await sheetOf(paper([rowOf(1)]));

  expect(rows.map((row) => row.filter((cell) => cell !== null))).toEqual([
    ["台账"],
    ["班期：2018年第2期"],
    ["单位：万元"],
    ["序号", "公民身份号码", "备注", "金额", "占比"],
    [1, "51333819910106998X", "无", 163.41, 84.3],
    ["合计", 3033.41],
    ["填表人："],
  ]);
  expect(pageSetup).toMatchObject({ paperSize: "a4", orientation: "landscape", fitToWidth: 1, fitToHeight: 0 });
  expect(pageSetup?.printTitlesRow).toBe("$4:$4");
  expect(headerFooter).toMatchObject({ oddFooter: "&C第 &P 页 共 &N 页", firstFooter: "&C第 &P 页 共 &N 页" });
  expect(freezePane).toMatchObject({ rows: 4 });
  expect(merges).toHaveLength(3);
});

test("R82: a number of a person is text, a sum is a number of its own form", async () => {
  const { cells } = await sheetOf(paper([rowOf(1)]));

  expect(cells?.get("4,1")).toMatchObject({ type: "string", value: "51333819910106998X", style: { numFmt: "@" } });
  expect(cells?.get("4,3")).toMatchObject({ type: "number", value: 163.41, style: { numFmt: "#,##0.00" } });
  expect(cells?.get("4,4")).toMatchObject({ type: "number", value: 84.3, style: { numFmt: '0.0"%"' } });
});

test("U14: a row is as high as what is written in it, above, in the head, among the rows and under them", async () => {
  const long = "因道路施工改为远端集合点上车，".repeat(6);
  const bytes = await whole(xlsxOf(paper([rowOf(1), rowOf(2, long)], { lines: [long.repeat(4)] })));
  const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const heights = [...sheet.matchAll(/<row r="\d+"([^>]*)>/g)].map(([, row]) =>
    Number(/ ht="([\d.]+)"/.exec(row ?? "")?.[1]),
  );

  const [title, said, head, short, high, sum, under] = heights as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  expect(heights).toHaveLength(7);
  expect(title).toBeGreaterThan(short);
  expect(said).toBeGreaterThanOrEqual(11 * 14);
  expect([head, short, sum]).toEqual([18, 18, 18]);
  expect(high).toBeGreaterThanOrEqual(9 * 14);
  expect(under).toBeGreaterThan(short);
});

const odd = [
  "=1+1",
  "  =1+1",
  "+86",
  "-1",
  "@SUM(A1)",
  "\tx",
  "＝1",
  "　＋1",
  "好\n=1",
  "_x0041_",
  'a"b',
  "<b>&amp;",
  " 空 ",
];

test.each(odd)("invariants 5.7: %j is the same text in a workbook, and no formula", async (note) => {
  const { cells } = await sheetOf(paper([rowOf(1, note)]));

  expect(cells?.get("4,2")).toMatchObject({ type: "string", value: note });
  expect(cells?.get("4,2")?.formula).toBeUndefined();
});

test("R53, R93: what a file is marked with stands in its first line and on every printed page", async () => {
  const { rows, headerFooter } = await sheetOf(paper([rowOf(1)], { mark: "李 & 王 2018-08-22 10:32" }));

  expect(rows[0]?.[0]).toBe("李 & 王 2018-08-22 10:32");
  expect(headerFooter?.oddHeader).toBe("&C李 && 王 2018-08-22 10:32");
});

test("R83: the mark above the title is not said once more at the head of the first page", async () => {
  const file = strFromU8(
    unzipSync(await whole(xlsxOf(paper([rowOf(1)], { mark: "演示数据" }))))["xl/worksheets/sheet1.xml"] as Uint8Array,
  );

  expect(file).toContain('<headerFooter differentFirst="1"><oddHeader>');
  expect(file).not.toContain("firstHeader");
});

test.each([
  [10, 0, []],
  [21, 1, []],
  [24, 1, []],
  [28, 0, ["25"]],
  [45, 2, []],
] as [number, number, string[]][])(
  "U15: %i people and their seal are printed %i pages high, or broken behind the rows %j",
  async (people, high, breaks) => {
    const lines = ["班期", "地点", "导出"];
    const wide = columns.map((column) => ({ ...column, width: column.width * 2.05 }));
    const foot = () => ["制表人：", "（盖章）"];
    const rows = Array.from({ length: people }, (_, number) => rowOf(number));
    const file = strFromU8(
      unzipSync(await whole(xlsxOf(paper(rows, { mark: "演示数据", lines, columns: wide, foot }))))[
        "xl/worksheets/sheet1.xml"
      ] as Uint8Array,
    );

    expect(file).toContain(`fitToHeight="${high}"`);
    expect([...file.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => row)).toEqual(breaks);
  },
);

test.each([0, 1, 1_000, 1_001, 50_000])(
  "U14: %i rows go in and come out, in both forms",
  {
    timeout: 60_000,
  },
  async (count) => {
    const { rows } = await sheetOf(paper(many(count)));
    const lines = (await whole(csvOf(paper(many(count))))).toString().split("\r\n");

    expect(rows).toHaveLength(count + 6);
    expect(rows.at(-3)?.[0]).toBe(count === 0 ? "序号" : count);
    expect(lines).toHaveLength(count + 6);
    expect(lines.at(-2)).toBe("合计,,,3033.41,");
  },
);

test("U14: a text file begins with the mark of UTF-8, and numbers stay numbers", async () => {
  const text = await whole(csvOf(paper([["7", "51333819910106998X", 'a"b,c', "-500.00", "84.3"]])));

  expect([...text.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(text.toString()).toContain('\r\n7,51333819910106998X,"a""b,c",-500.00,84.3%\r\n');
});

test.each([
  ["=1+1", "'=1+1"],
  ["  =1+1", "'  =1+1"],
  ["+86", "'+86"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["＝1", "'＝1"],
  ["　－1", "'　－1"],
  ["好\n=1", '"\'好\n=1"'],
  ["a@b", "a@b"],
])("invariants 5.7: in a text file %j becomes %j", async (note, written) => {
  const text = (await whole(csvOf(paper([rowOf(1, note)])))).toString();

  expect(text).toContain(`51333819910106998X,${written},163.41`);
});

test.each([
  ["513338199006159987", "'513338199006159987"],
  ["1234567890123456", "'1234567890123456"],
  ["14200000012", "'14200000012"],
  ["0012", "'0012"],
  ["1e5", "'1e5"],
  ["3-1", "'3-1"],
  ["2018-001", "'2018-001"],
  ["2018-06-20", "2018-06-20"],
  ["DR2018001007", "DR2018001007"],
  ["513***********9987", "513***********9987"],
  ["川财〔2018〕3号", "川财〔2018〕3号"],
])("R82: in a text file the number %j of a text column is written %j and stays text", async (note, written) => {
  const text = (await whole(csvOf(paper([rowOf(1, note)])))).toString();

  expect(text).toContain(`51333819910106998X,${written},163.41`);
});

test("U14: 50,000 rows pass through without being gathered", async () => {
  let taken = 0;
  let ahead = 0;
  async function* counted() {
    for await (const row of many(50_000)) {
      taken++;
      yield row;
    }
  }

  for await (const _ of xlsxOf(paper(counted()))) ahead = Math.max(ahead, taken === 50_000 ? 0 : taken);

  // Some pieces had gone out before the last row was asked for.
  expect(ahead).toBeGreaterThan(0);
  expect(taken).toBe(50_000);
});
