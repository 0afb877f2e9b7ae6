import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { isInForce, listCodeItems } from "@/lib/code/queries/items";
import { listVillages } from "@/lib/place/queries";
import { rosterFile, rosterTemplate } from "@/lib/roster-import/queries/file";
import { type Column, columns, headingOf, required } from "@/lib/roster-import/rules/columns";
import { readTable } from "@/lib/roster-import/rules/table";
import template from "@/lib/roster-import/template.json" with { type: "json" };
import { day } from "@/lib/value/calendar";
import { readWorkbook } from "@/lib/workbook/read";

const today = day("2018-06-01");
const open = async () => (await readXlsx(await rosterTemplate(today))).sheets;
const rowsOf = async (name: string) => (await open()).find((sheet) => sheet.name === name)?.rows ?? [];
const words = async (kind: Parameters<typeof listCodeItems>[0]) =>
  (await listCodeItems(kind)).filter((item) => isInForce(item, today)).map(({ zh }) => zh);

test("R80: the template has the columns of its definition, and marks what somebody new must bring along", async () => {
  const [headings = []] = await rowsOf(template.sheets.list);

  expect(headings.slice(0, columns.length)).toEqual(
    columns.map((column) => (required.some((one) => one === column) ? `${headingOf(column)}*` : headingOf(column))),
  );
  expect(headings.slice(columns.length).filter(Boolean)).toEqual([]);
});

test("R80: its drop-downs hold exactly the words in force", async () => {
  const [list, , shown] = await open();
  const villages = await listVillages(today);
  const inForce: Partial<Record<Column, unknown[]>> = {
    sex: [template.male[0], template.female[0]],
    ethnicity: await words("ETHNICITY"),
    education: await words("EDUCATION"),
    category: await words("TRAINEE_CATEGORY"),
    township: [...new Set(villages.map(({ township }) => township.name))],
    village: [...new Set(villages.map(({ name }) => name))],
    registeredPoor: [template.yes[0], template.no[0]],
  };

  const offered = (list?.dataValidations ?? []).map(({ range, formula1 }) => {
    const [, place = "", last = ""] = /!\$([A-Z])\$1:\$[A-Z]\$(\d+)$/.exec(String(formula1)) ?? [];
    const cells = shown?.rows.slice(0, Number(last)).map((row) => row[place.charCodeAt(0) - 65]);
    return [columns[String(range).charCodeAt(0) - 65], cells];
  });
  expect(Object.fromEntries(offered)).toEqual(inForce);
});

test("U12: its instructions speak of each column, with an example that the template's own words allow", async () => {
  const rows = await rowsOf(template.sheets.guide);
  const said = rows.slice(rows.findIndex(([first]) => first === template.guide.head[0]) + 1);

  expect(said.map(([heading]) => heading)).toEqual(columns.map(headingOf));
  expect(said.map(([, , how]) => how).filter((how) => !how)).toEqual([]);
  expect(said.filter(([, mark]) => mark).map(([heading]) => heading)).toEqual(
    columns.filter((column) => required.some((one) => one === column)).map(headingOf),
  );
});

test("R80: read by our own reader the template is a list of nobody with nothing unread", async () => {
  const { sheets, hidden } = await readWorkbook(await rosterTemplate(today), "file");

  expect(readTable(sheets, hidden)).toEqual({ columns, unread: [], lines: [], left: [], headless: [] });
});

test("U12: a file that went back is read again as the same lines, its reasons passed over", async () => {
  const cells = columns.map((column, at) => [column, at % 2 ? "" : `${column} ${at}`] as const);
  const more = { name: "拥忠", idNumber: "513338199006159980", phone: "=1+1", note: "01" };
  const back = [new Map(cells), new Map([...cells, ...(Object.entries(more) as [Column, string][])])];
  const file = await rosterFile(
    today,
    back.map((one) => ({ cells: one, reason: "号码与卡面不符" })),
  );

  const table = readTable((await readWorkbook(file, "file")).sheets);
  expect(table?.unread).toEqual([]);
  expect(table?.lines.map((line) => line.cells)).toEqual(back);
});
