import { expect, test } from "vitest";
import { type Meanings, readCells } from "@/lib/roster-import/rules/cells";
import type { Column } from "@/lib/roster-import/rules/columns";

const meanings: Meanings = {
  codes: {
    ethnicity: new Map([["藏", "04"]]),
    education: new Map([["初中", "70"]]),
    category: new Map([["农村转移就业劳动者", "NZY"]]),
  },
  villagesOf: (township, village) =>
    village !== "同名村"
      ? village === "阿称村"
        ? ["513338101201"]
        : []
      : township
        ? ["513338101202"]
        : ["513338101202", "513338101203"],
};
const read = (cells: Partial<Record<Column, string>>) =>
  readCells(new Map(Object.entries(cells) as [Column, string][]), meanings);

test.each<[Column, string, object]>([
  ["ethnicity", "藏族", { ethnicity: "04" }],
  ["education", "初中", { education: "70" }],
  ["village", "阿称村", { villageCode: "513338101201" }],
  ["sex", "女", { sex: "FEMALE" }],
  ["birthDay", "1988.1.2", { birthDay: "1988-01-02" }],
  ["birthDay", "1988年1月2日", { birthDay: "1988-01-02" }],
  ["birthDay", "19880102", { birthDay: "1988-01-02" }],
  ["phone", "＋86 138-1234-5678", { phone: "13812345678" }],
  ["registeredPoor", "√", { registeredPoor: true }],
  ["registeredPoor", "否", { registeredPoor: false }],
  ["name", "扎西・次仁", { name: "扎西·次仁" }],
])("R80, U09: %s %s is read", (column, text, values) => {
  expect(read({ [column]: text })).toEqual({ values, faults: [] });
});

test.each<[Column, string, string]>([
  ["idNumber", "5.13338E+17", "rounded"],
  ["idNumber", "513338199001012000", "rounded"],
  ["birthDay", "1988.2.30", "day"],
  ["birthDay", "腊月", "date"],
  ["sex", "不详", "sex"],
  ["ethnicity", "黄", "word"],
  ["village", "阿称", "village"],
  ["phone", "13812345678、13912345678", "phones"],
  ["phone", "1381234567", "phone"],
  ["registeredPoor", "大概", "yesNo"],
  ["name", "扎西?", "nameLost"],
])("R80, U12: %s %s is told as %s", (column, text, message) => {
  expect(read({ [column]: text }).faults).toMatchObject([{ column, message }]);
});

test("R81: every bad cell of a line is told, not the first only; a village of two townships wants the township", () => {
  expect(read({ name: "?", phone: "1", sex: "x" }).faults.map(({ column }) => column)).toEqual([
    "name",
    "sex",
    "phone",
  ]);
  expect(read({ village: "同名村" }).faults).toMatchObject([{ message: "villages" }]);
  expect(read({ village: "同名村", township: "瓦卡镇" }).values).toEqual({ villageCode: "513338101202" });
});
