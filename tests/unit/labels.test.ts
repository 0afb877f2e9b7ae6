import { expect, test } from "vitest";
import { labelKeys, labelsIn } from "@/lib/wording/labels";
import { messagesIn } from "@/lib/wording/messages";

const { field } = messagesIn("zh-CN");

test("U24: a column is labelled by its subject, else by the one it is a kind of, else as in all subjects", () => {
  const [plan, adjustment] = [labelsIn(field, "plan"), labelsIn(field, "adjustment")];

  expect([plan.total, plan.documentNo, plan.certainty, plan.note]).toEqual(["金额", "依据文号", "确定程度", "备注"]);
  expect([adjustment.documentNo, adjustment.site]).toEqual(["批准依据文号", "建设地点"]);
  expect([labelsIn(field, "project").name, labelsIn(field, "course").name]).toEqual(["项目名称", "课程名称"]);
});

test("U24: a subject that nobody knows is looked for in the common labels alone", () => {
  expect(labelKeys("visitor", "note")).toEqual(["field.visitor.note", "field.common.note"]);
  expect(labelKeys("plan", "note")).toEqual(["field.plan.note", "field.money.note", "field.common.note"]);
});
