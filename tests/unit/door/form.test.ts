import { expect, test, vi } from "vitest";
import { mostFieldBytes, mostFields, readForm } from "@/lib/server/door/form";
import { sentencesOf } from "@/lib/server/door/words";

const type = "multipart/form-data; boundary=----portal";
const multipart = (parts: [name: string, value: string][]) =>
  Buffer.from(
    `${parts.map(([name, value]) => `------portal\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}------portal--\r\n`,
  );
const read = (parts: [string, string][], action: string | null = null) =>
  readForm(multipart(parts), type, action, "/trainees/new");

test("invariants 5: a field that is too long is refused by its name, before anything reads the form", async () => {
  const reader = vi.spyOn(Response.prototype, "formData");

  const refused = await read([
    ["name", "李蓉"],
    ["1_note", "\u0F72".repeat(300_000)],
  ]);

  expect(refused).toEqual({ status: 413, reason: "field", field: "note" });
  expect(reader).not.toHaveBeenCalled();
  expect(sentencesOf("field", "", "note")).toMatch(/^“备注”的内容太长/);
  reader.mockRestore();
});

// The door knows no subject: it names what all subjects call a column, else all they call it.
test("invariants 5: a field is named by its label, also where it stands with a subject, or with several", () => {
  expect(sentencesOf("field", "", "examPlan")).toMatch(/^“考核方案”的内容太长/);
  expect(sentencesOf("field", "", "name").split("\n")[0]).toMatch(
    /“(?=.*姓名)(?=.*项目名称)(?=.*课程名称).*”的内容太长/,
  );
  expect(sentencesOf("field", "", "documentNo")).toMatch(/^“文号”的内容太长/);
  expect(sentencesOf("field", "", "toString")).toMatch(/^“toString”的内容太长/);
});

test("invariants 5: so is a form of more fields than any of ours, empty as they are", async () => {
  const reader = vi.spyOn(Response.prototype, "formData");

  const refused = await read(Array.from({ length: 11_500 }, (_, n) => [`f${n}`, ""]));

  expect(refused).toEqual({ status: 413, reason: "fields" });
  expect(reader).not.toHaveBeenCalled();
  reader.mockRestore();
});

test("invariants 5: the largest form of ours passes, with the answer before in it", async () => {
  const rows = Array.from({ length: mostFields - 10 }, (_, n): [string, string] => [`theory[]`, String(n % 100)]);
  const before = JSON.stringify([{ state: "refused", typed: { note: "长".repeat(mostFieldBytes) } }]);
  const state: [string, string][] = [
    ["$ACTION_REF_2", ""],
    ["$ACTION_2:0", `{"id":"${"7f".repeat(21)}","bound":"$@1"}`],
    ["$ACTION_2:1", before],
  ];

  expect(await read([...state, ...rows])).toBeInstanceOf(FormData);
});

test("invariants 5.8: a text that a person typed with a quotation mark and a dollar is no reference", async () => {
  const call = JSON.stringify([{ state: "refused", typed: { note: 'a"$5 b' } }, "$K1"]);

  expect(await read([["0", call]], "0123456789abcdef".repeat(3))).toBeInstanceOf(FormData);
});

test.each([
  ["a reference that React follows through the whole form", '[{"a":"$K1"}]'],
  ["no list", '{"state":"idle"}'],
  ["a nest deeper than any answer", `[${"[".repeat(40)}${"]".repeat(40)}]`],
])("invariants 5.8: %s where no script runs is refused", async (_, before) => {
  expect(await read([["$ACTION_2:1", before]])).toEqual({ status: 400, reason: "form" });
});

test("invariants 5.8: a part that names another action than a number is refused", async () => {
  expect(await read([["$ACTION_2:0", '{"id":"x","bound":"$F1"}']])).toEqual({ status: 400, reason: "form" });
});
