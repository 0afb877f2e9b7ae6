import { expect, test } from "vitest";
import { asText, readTable } from "@/lib/roster-import/rules/table";
import { sheetOfText } from "@/lib/workbook/text";

const cellsOf = (pasted: string) =>
  readTable([sheetOfText(pasted)])?.lines.map(({ number, cells }) => [number, Object.fromEntries(cells)]);

test("U13: under a title, in any order, with headings as they are written", () => {
  const pasted =
    "瓦卡镇招生名册\t\n\n序号\t身份证号码（18位）\t 姓 名* \t电话\n1\t513338199006159987\t拥忠\t13812345678\n";

  expect(cellsOf(pasted)).toEqual([[4, { idNumber: "513338199006159987", name: "拥忠", phone: "13812345678" }]]);
});

test("R81: sums, who filled it in and a head that comes again are nobody; the row numbers stay those of the sheet", () => {
  const head = "姓名\t公民身份号码\t备注";
  const pasted = [head, "", "拥忠\t1\t", "合 计\t\t2 人", "\t\t填表人：扎西", head, "格绒\t2\t", "\t3\t"].join("\r\n");
  const table = readTable([sheetOfText(pasted)]);

  expect(table?.lines.map(({ number }) => number)).toEqual([3, 7, 8]);
  expect(table?.left).toEqual([{ row: 4 }, { row: 5 }]);
});

test("U12: a cell with a line break inside is one cell, and a lone quotation mark no more than a mark", () => {
  expect(cellsOf('姓名\t公民身份号码\t备注\n拥忠\t1\t"两行\n备注"\n')).toEqual([
    [2, { name: "拥忠", idNumber: "1", note: "两行 备注" }],
  ]);
  expect(cellsOf('姓名\t公民身份号码\n"拥忠\t1\n')).toEqual([[2, { name: '"拥忠', idNumber: "1" }]]);
});

test("U12: a column nobody knows and one that stands there twice are told and not read; without a head there is no table", () => {
  expect(readTable([sheetOfText("姓名\t宗教\t身份证\t姓名\n拥忠\t无\t1\t格绒")])).toMatchObject({
    columns: ["name", "idNumber"],
    unread: ["宗教", "姓名"],
  });
  expect(readTable([sheetOfText("拥忠\t513338199006159987")])).toBeUndefined();
  expect(readTable([sheetOfText("姓名\t电话\n拥忠\t13812345678")])).toBeUndefined();
  expect(readTable([sheetOfText("__proto__\tconstructor\n1\t2")])).toBeUndefined();
});

test("U13: text with commas is read as well", () => {
  expect(cellsOf("姓名,身份证\n拥忠,1")).toEqual([[2, { name: "拥忠", idNumber: "1" }]]);
});

test("R80: what goes back into a spreadsheet is text there, and is read again as it was", () => {
  const cells = ["=1+1", "513338199006159980"];
  const back = cells.map(asText);

  expect(back).toEqual(["'=1+1", "'513338199006159980"]);
  expect(cellsOf(`姓名\t公民身份号码\n${back.join("\t")}`)).toEqual([[2, { name: cells[0], idNumber: cells[1] }]]);
});
