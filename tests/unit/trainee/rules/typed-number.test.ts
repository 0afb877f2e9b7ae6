import { expect, test } from "vitest";
import { isNumberBegun, numberIn } from "@/lib/trainee/rules/typed-number";
import { registerTraineeInput } from "@/lib/trainee/schema";
import { addressOf, numberNote, withoutNumber } from "@/lib/trainee/search/rules";

const id = "51333819910106998X";
const found = { column: "id_number", number: id };

test.each([
  id,
  "51333819910106998x",
  "513338 19910106 998X",
  "５１３３３８１９９１０１０６９９８Ｘ",
  "513338-19910106-998X",
  `扎西 ${id}`,
  `号码：${id}。`,
  `扎西\t${id}\t13812345678`,
  `13812345678 ${id}`,
  "\u202d51333819910106998X\u202c",
])("R95: %j holds an ID number, however it is typed", (typed) => {
  expect(numberIn(typed)).toEqual(found);
});

test("R2, R95: fifteen digits are the number of before, if a day of birth stands in them", () => {
  expect(numberIn("513338910106998")).toMatchObject({
    column: "id_number",
    number: expect.stringMatching(/^51333819910106998/),
  });
  expect(numberIn("123456789012345")).toBeUndefined();
});

test("R95: without its check character a number is the same number, with a digit too many it is nobody's; neither goes into an address", () => {
  expect(numberIn(id.slice(0, 17))).toEqual(found);
  expect(numberIn(" 513338 19910106 998 ")).toEqual(found);
  for (const slip of [
    `${id.slice(0, 17)}8X`,
    `${id}8`,
    `${id.slice(0, 17)}88`,
    "51333819910106998823",
    `${id.slice(0, 17)}Y`,
    `${id}13812345678`,
  ]) {
    expect(numberIn(slip)?.number).toBe(slip);
    expect(addressOf("/trainees", { q: slip }, { found: [] })).toBe("/trainees?number=none");
    expect(withoutNumber(`/cohorts?q=${slip}`)).toBe("/cohorts?number=address");
  }
  for (const none of ["12345678901234567", "01990101123456787d3e8f4a51333819"]) expect(numberIn(none)).toBeUndefined();
});

test.each(["13812345678", "138 1234 5678", "+86 138-1234-5678", "１３８１２３４５６７８", "8613812345678"])(
  "R95: %j is a telephone",
  (typed) => expect(numberIn(typed)).toEqual({ column: "phone", number: "13812345678" }),
);

test.each([
  "扎西",
  "5678",
  "998X",
  "2018-007",
  "513338101201",
  "2018-08-22",
  "0197f3a2-1b2c-7d3e-8f4a-513338199101",
  "98765432109876543210123",
])("R95: %j is no such number", (typed) => expect(numberIn(typed)).toBeUndefined());

test("R95: half a number asks nothing, four digits do", () => {
  expect(["51333", "513338199101", "５１３３３８", "扎西 5133381"].map(isNumberBegun)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["5678", "998X", "扎西51333"].map(isNumberBegun)).toEqual([false, false, false]);
});

test("U06: the number of a cohort, a day and the year of a paper are no number of a person begun", () => {
  const typed = ["2018-001", "2018-08-22", "201827", "藏纸 2018-001"];

  expect(typed.filter(isNumberBegun)).toEqual([]);
  // R95: a day of birth and what follows it tell more than the last four.
  expect(["200508221", "19880203", "51333820050"].filter(isNumberBegun)).toHaveLength(3);
});

test("R95: no number becomes part of an address, whatever the field; whose it is does", () => {
  expect(addressOf("/trainees", { q: "扎西", township: "", size: "20" })).toBe(
    "/trainees?q=%E6%89%8E%E8%A5%BF&size=20",
  );
  expect(addressOf("/trainees", { q: id, poor: "yes" }, { found: ["a", "b"] })).toBe("/trainees?poor=yes&person=a.b");
  expect(addressOf("/admin/access", { who: "138 1234 5678" }, { found: [] })).toBe("/admin/access?number=elsewhere");
});

test("R95: a list without persons says where a number is searched for, instead of dropping it silently", () => {
  const roster = "/cohorts/0197f3a2-1b2c-7d3e-8f4a-513338199101/roster";
  for (const path of ["/cohorts", "/courses", "/admin/accounts", "/admin/audit", "/fund/projects"]) {
    const to = addressOf(path, { q: id, size: "20" }, { found: ["a"] });
    expect([to, numberNote(to, path)]).toEqual([`${path}?size=20&number=elsewhere`, "elsewhere"]);
    expect(numberNote(addressOf(path, { q: id }, "nowhere"), path)).toBe("nowhere");
    expect(numberNote(withoutNumber(`${path}?q=${id}`) ?? "", path)).toBe("address");
  }
  for (const path of ["/trainees", roster, `${roster}/several`])
    expect(numberNote(addressOf(path, { q: id }, { found: [] }), path)).toBeUndefined();
});

test("R95: an address with a number leads to the same one without it", () => {
  expect(withoutNumber(`/trainees?q=${id}&size=20`)).toBe("/trainees?size=20&number=address");
  expect(withoutNumber(`/sign-in?from=${encodeURIComponent(`/trainees?q=${id}`)}`)).toBe("/sign-in?number=address");
  expect(withoutNumber("//evil.example/?q=13812345678")).toBe("/?number=address");
  expect(withoutNumber("/trainees?q=5678&from=2018-08-22&who=0197f3a2-1b2c-7d3e-8f4a-513338199101")).toBeUndefined();
});

test.each([id, "51333819910106998x", "513338 19910106 998X", "5133381991010699８X"])(
  "R95: %j is never a name",
  (name) => {
    for (const field of ["name", "guardianName"] as const)
      expect(registerTraineeInput.shape[field].safeParse(name).error?.issues[0]?.message).toBe("name");
  },
);
