import fc from "fast-check";
import { expect, test } from "vitest";
import { searchKeys } from "@/lib/trainee/rules/search-keys";
import { searchPrefix } from "@/lib/trainee/rules/search-prefix";

const hash = (lastFour: string) => Buffer.from(`keyed ${lastFour}`).toString("hex").slice(12).padEnd(8, "0");
const idNumber = "51333819910106998X";

function finds(query: string, name: string, nameTibetan?: string): boolean {
  const keys = searchKeys({ name, nameTibetan, idNumber, phone: "14200000007" }, hash);
  return searchPrefix(query, hash).some((prefix) => keys.some((key) => key.startsWith(prefix)));
}

test.each(["单增", "增", "danzeng", "dz", "shanzeng", "sz", "zeng", "DanZ", "dan zeng", "ｄｚ"])(
  "U06: 单增 is found by %s",
  (query) => {
    expect(finds(query, "单增")).toBe(true);
  },
);

test.each(["扎", "西", "zhaxi", "zx", "zaxi", "zh"])("U06: 扎西 is found by %s", (query) => {
  expect(finds(query, "扎西")).toBe(true);
});

test.each(["zhx", "tashi", "haxi", "扎卓", "axi"])("U06: 扎西 is not found by %s, which nobody reads so", (query) => {
  expect(finds(query, "扎西")).toBe(false);
});

test("U06: every ending of a name finds it, with or without its dot", () => {
  for (const query of ["卓玛", "扎西卓玛", "扎西·卓", "zxzm", "zhuoma", "zm", "zhaxizhuo", "ma"]) {
    expect(finds(query, "扎西·卓玛")).toBe(true);
  }
});

test("U06: rare readings find too, and ü is typed as v or as u", () => {
  for (const [query, name] of [
    ["qu", "曲"],
    ["gaxi", "呷西"],
    ["xiaxi", "呷西"],
    ["jiangcuo", "降措"],
    ["xc", "降措"],
  ] as const) {
    expect(finds(query, name)).toBe(true);
  }
  expect(["lv", "lu", "lü"].map((query) => finds(query, "吕"))).toEqual([true, true, true]);
});

test.each([
  ...[
    ["仉", "zhang"],
    ["逄", "pang"],
    ["佴", "nai"],
    ["乜", "nie"],
    ["妘", "yun"],
    ["𠅤", "xi"],
    ["㛃", "jie"],
  ],
  ...[
    ["亓", "qi"],
    ["郄", "qie"],
    ["逯", "lu"],
    ["璩", "qu"],
    ["禤", "xuan"],
    ["昝", "zan"],
    ["訾", "zi"],
    ["缑", "gou"],
  ],
  ...[
    ["爨", "cuan"],
    ["厍", "she"],
    ["单", "shan"],
    ["曾", "zeng"],
    ["盖", "ge"],
    ["𬭚", "chun"],
    ["䶮", "yan"],
  ],
] as [string, string][])("U09: the rare surname %s is found by %s", (surname, sound) => {
  expect([sound, `${sound}mei`, `${sound[0]}m`].map((query) => finds(query, `${surname}梅`))).toEqual([
    true,
    true,
    true,
  ]);
});

test("U06: Latin and Tibetan names are found by each word or syllable", () => {
  for (const query of ["tashi", "TASHI D", "dolma", "td"]) expect(finds(query, "Tashi Dolma")).toBe(true);
  for (const query of ["བཀྲ", "བཀྲ་ཤིས", "ཤིས", "སྒྲོལ་མ་"]) expect(finds(query, "扎西", "བཀྲ་ཤིས་སྒྲོལ་མ")).toBe(true);
  expect(finds("ashi", "Tashi Dolma")).toBe(false);
});

test("U06: the last four of ID and telephone find, in small or capital x, and nothing else of the numbers does", () => {
  expect(["998X", "998x", "９９８ｘ", "0007"].map((query) => finds(query, "扎西"))).toEqual([true, true, true, true]);
  expect(["0998", "98X", "1420", "513338", idNumber, "#", "*"].map((query) => finds(query, "扎西"))).toEqual(
    Array(7).fill(false),
  );
});

test("I31: no digit of a number stands in the keys", () => {
  const keys = searchKeys({ name: "扎西", idNumber, phone: "14200000007" }, () => "abcdefghij");

  expect(keys.filter((key) => /\d/.test(key))).toEqual([]);
  expect(keys).toContain("#abcdefgh");
});

test("U06: a name of many readings has at most 32 for each ending, and each reading of each character in one of them", () => {
  const keys = searchKeys({ name: "行长乐单么", idNumber }, hash);

  expect(keys.length).toBeLessThanOrEqual(5 * (1 + 2 * 32) + 1);
  for (const sound of ["xing", "hang", "heng"]) expect(keys.some((key) => key.startsWith(sound))).toBe(true);
  for (const ending of ["me", "mo", "ma", "yao"]) expect(keys).toContain(`xingchangledan${ending}`);
});

test("U06: an empty search looks for nothing", () => {
  expect(["", "  ", "·", "%_#"].map((query) => searchPrefix(query, hash))).toEqual([[], [], [], []]);
});

test("U06: a person is always found by any beginning of the own name", () => {
  const name = fc.array(fc.constantFrom(..."扎西格绒泽仁降措罗绒拥忠卓玛央金次仁白玛单增曲呷"), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(name, fc.nat({ max: 7 }), (letters, from) =>
      finds(letters.slice(from % letters.length).join(""), letters.join("")),
    ),
  );
});

test("R12, U06: rare characters are found by their reading, in whatever code they are typed", () => {
  for (const [query, name] of [
    ["liuyan", "刘䶮"],
    ["ly", "刘䶮"],
    ["jie", "㛃"],
    ["马", "⻢强"],
    ["⻢强", "马强"],
    ["\uE863", "䶮"],
    ["扎•西", "扎西"],
    ["扎\u200B西", "扎西"],
  ] as const)
    expect([query, finds(query, name)]).toEqual([query, true]);
});
