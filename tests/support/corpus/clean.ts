import { inline, rawBook, rawParts, zipped } from "@/tests/support/corpus/book";
import {
  both,
  type Case,
  head,
  one,
  ordinarily,
  ordinary,
  people,
  report,
  three,
  two,
} from "@/tests/support/corpus/people";

const every = [
  "姓名",
  "性别",
  "民族",
  "出生日期",
  "公民身份号码",
  "文化程度",
  "人员类别",
  "户籍乡镇",
  "村",
  "联系电话",
];
const more = ["村级联系人", "是否脱贫户", "监护人姓名", "监护人电话", "备注"];
const all = "name sex ethnicity birthDay idNumber education category township village phone";
const others = "villageContact registeredPoor guardianName guardianPhone note";
const strict = (xml: string) =>
  xml
    .replaceAll(
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    .replaceAll(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    );
const prefixed = (xml: string) =>
  xml
    .replace("<worksheet xmlns=", "<x:worksheet xmlns:x=")
    .replace(/<(\/?)(worksheet|sheetData|row|c|v)(?=[\s>])/g, "<$1x:$2");
const parts = () => rawParts({ sheets: [{ rows: [head, [...one], [...two]] }] });
const changed = (change: (xml: string) => string) =>
  zipped(Object.fromEntries(Object.entries(parts()).map(([name, xml]) => [name, change(String(xml))])));

export const clean: Case[] = [
  { name: "two people", file: () => ordinary(head, [...one], [...two]), told: both },
  {
    name: "every column of the template",
    file: () =>
      ordinary(
        [...every, ...more],
        [one[0], "女", "藏族", "1990-06-15", one[1], "初中", "农村转移就业劳动者", "瓦卡镇", "瓦卡村", one[2]].concat(
          "村委会",
          "是",
          "曲珍",
          three[2],
          "冬天有空",
        ),
      ),
    told: report(
      { columns: `${all} ${others}` },
      [2, one[0], "女→FEMALE", "藏族→04", "1990-06-15", one[1], "初中→70", "农村转移就业劳动者→NZY"].concat(
        "瓦卡镇",
        "瓦卡村→513338101201",
        one[2],
        "村委会",
        "是→true",
        "曲珍",
        three[2],
        "冬天有空",
      ) as [number, ...string[]],
    ),
  },
  {
    name: "numbered lines",
    file: () => ordinary(["序号", ...head], [1, ...one], [2, ...two]),
    told: both,
  },
  {
    name: "a title and a remark above",
    file: () => ordinary(["瓦卡镇 2018 年招生名册"], [], ["请核对号码"], head, [...one], [...two]),
    told: report({}, [5, ...one], [6, ...two]),
  },
  {
    name: "headings as people write them",
    file: () => ordinary([" 姓 名 *", "身份证号码（18 位）", "手　机"], [...one], [...two]),
    told: both,
  },
  {
    name: "columns in another order",
    file: () => ordinary([...head].reverse(), [...one].reverse(), [...two].reverse()),
    told: report({ columns: "phone idNumber name" }, [2, one[2], one[1], one[0]], [3, two[2], two[1], two[0]]),
  },
  {
    name: "an extra column",
    file: () => ordinary([...head, "家庭人口"], [...one, 4], [...two, 5]),
    told: [both[0] as string, "unread: 家庭人口", ...both.slice(1)],
  },
  {
    name: "a missing column",
    file: () => ordinary(head.slice(0, 2), [one[0], one[1]], [two[0], two[1]]),
    told: report({ columns: "name idNumber" }, [2, one[0], one[1]], [3, two[0], two[1]]),
  },
  { name: "shared strings", file: () => rawBook({ sheets: [{ rows: [head, [...one], [...two]] }] }), told: both },
  {
    name: "inline strings",
    file: () => rawBook({ sheets: [{ rows: [head, [...one], [...two]].map((row) => row.map(inline)) }] }),
    told: both,
  },
  { name: "the strict way to write a workbook", file: () => changed(strict), told: both },
  { name: "elements with a prefix", file: () => changed(prefixed), told: both },
  {
    name: "rows and cells that do not say where they stand",
    file: () => changed((xml) => xml.replace(/ r="[A-Z]*\d+"/g, "")),
    told: both,
    differs: "a cell may leave out where it stands",
  },
  {
    name: "attributes in single quotation marks",
    file: () => changed((xml) => xml.replace(/"([^"<>]*)"/g, "'$1'")),
    told: both,
  },
  {
    name: "sheets named by where they stand in the archive",
    file: () => changed((xml) => xml.replace('Target="worksheets', 'Target="/xl/worksheets')),
    told: both,
  },
  {
    name: "a picture, a comment and a print setting",
    file: () =>
      rawBook({
        sheets: [{ rows: [head, [...one], [...two]], below: '<drawing r:id="rId1" xmlns:r="r"/>' }],
        parts: {
          "xl/media/image1.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
          "xl/comments1.xml": "<comments><t>核对过</t></comments>",
          "docProps/app.xml": "<Properties/>",
        },
      }),
    told: both,
  },
  {
    name: "two sheets, each with its head",
    file: () => ordinarily({ 瓦卡镇: [head, [...one]], 茨巫乡: [head.slice(0, 2), [two[0], two[1]]] }),
    told: report({}, ["瓦卡镇!2", ...one], ["茨巫乡!2", two[0], two[1], ""]),
  },
  {
    name: "a chart on a sheet of its own, before the list",
    file: () =>
      rawBook({
        sheets: [
          { name: "图", rows: [] },
          { name: "名册", rows: [head, [...one], [...two]] },
        ],
        parts: { "xl/worksheets/sheet1.xml": undefined },
      }),
    told: [both[0] as string, "sheets: 图", ...both.slice(1)],
    differs: "a chart on a sheet of its own is no broken file",
  },
  { name: "a head and nobody", file: () => ordinary(head), told: ["ROSTER_EMPTY"] },
  { name: "nothing at all", file: () => ordinary(), told: ["ROSTER_HEADLESS"] },
  { name: "people without a head", file: () => ordinary([...one], [...two]), told: ["ROSTER_HEADLESS"] },
  {
    name: "two thousand people",
    file: () => ordinary(head, ...people(2_000)),
    told: report({}, ...people(2_000).map((cells, at): [number, ...string[]] => [at + 2, ...cells])),
  },
  { name: "two thousand and one", file: () => ordinary(head, ...people(2_001)), told: ["ROSTER_LONG"] },
];
