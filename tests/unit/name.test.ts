import fc from "fast-check";
import { expect, test } from "vitest";
import { nameFault, plainName, readAccountName, readName } from "@/lib/value/name";

test("U09: look-alike dots become the one dot, whatever stands around them", () => {
  for (const dot of ["·", "•", "・", "‧", ".", "．", " · ", "･", "∙", "⋅", "ㆍ", "˙", "\u0387", "..", "·•", "\uA78F"]) {
    expect(readName(`扎西${dot}卓玛${dot}央金`)).toBe("扎西·卓玛·央金");
  }
  expect(readName("A. Tashi")).toBe("A·Tashi");
  expect(readName("• 扎西")).toBe("扎西");
});

test("R12: a name of one character and one of fifty are names, none and fifty-one are not", () => {
  expect([readName("扎"), readName("扎".repeat(50))]).toEqual(["扎", "扎".repeat(50)]);
  expect(["", "  ", "·", "\u200B", "扎".repeat(51)].map(readName)).toEqual(Array(5).fill(undefined));
  expect(readName("𠮷".repeat(50))).toBe("𠮷".repeat(50));
});

test("R12: Tibetan script and Latin names are kept, padding between Han characters is not", () => {
  expect(readName(" བཀྲ་ཤིས་སྒྲོལ་མ ")).toBe("བཀྲ་ཤིས་སྒྲོལ་མ");
  expect(readName("བཀྲ་ཤིས་ སྒྲོལ་མ།")).toBe("བཀྲ་ཤིས་སྒྲོལ་མ");
  expect(readName("Tashi  Dolma")).toBe("Tashi Dolma");
  expect(readName("O’Brien‐Smith")).toBe("O'Brien-Smith");
  expect(readName("Rinçen Dölma")).toBe("Rinçen Dölma");
  expect(readName("扎　　西")).toBe("扎西");
});

test("R12: what nobody sees is no part of a name", () => {
  for (const unseen of [
    "\u200B",
    "\u200D",
    "\uFEFF",
    "\u202E",
    "\u2066",
    "\uFE0F",
    "\u{E0100}",
    "\u00AD",
    "\u3164",
    "\u0007",
  ])
    expect(readName(`扎${unseen}西`)).toBe("扎西");
});

test("R12: compatibility forms and radicals become the ordinary character", () => {
  expect(readName("⾺⻢⻓")).toBe("馬马长");
  expect(readName("⼭金\uF90A")).toBe("山金金");
  expect(readName("\u{2F800}")).toBe("丽");
  expect(readName("Ｔａｓｈｉ")).toBe("Tashi");
});

test("R12: private codes of GB 18030 become the character they stand for, other private codes are lost", () => {
  expect(readName("\uE81E\uE826\uE864")).toBe("\u9FB4\u9FB5\u9FBB");
  expect(readName("\uE816\uE831\uE855")).toBe("\u{20087}\u{215D7}\u{241FE}");
  expect(readName("\uE81A")).toBe("㑳");
  expect(["扎\uE000西", "扎\uE814", "扎\u{F0000}"].map(nameFault)).toEqual(["lost", "lost", "lost"]);
});

test("R12: where a character was lost the name is refused as such", () => {
  const lost = [
    "扎?西",
    "扎？西",
    "扎□西",
    "扎\uFFFD",
    "扎〓西",
    "扎○",
    "扎**",
    "扎西😀",
    "扎西🇨🇳",
    "⿰木扎",
    "扎\uD842",
  ];
  expect(lost.map(nameFault)).toEqual(lost.map(() => "lost"));
  const strange = ["扎西1", "扎西(大)", "扎西,卓玛", "Тащи", "扎ー", "三年级2班", "51333819910106998X扎"];
  expect(strange.map(nameFault)).toEqual(strange.map(() => "letters"));
});

const letters = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."扎西卓玛·•.．' -‐　 ་།བཀྲéeaTñ\u0301\u200B\uFE0F\uE81E⻢⾺⺟?□"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 130,
});

test("R12: a name that is read once stays as it is", () => {
  fc.assert(
    fc.property(letters, (typed) => {
      expect(plainName(plainName(typed))).toBe(plainName(typed));
      const name = readName(typed);
      if (name !== undefined) expect(readName(name)).toBe(name);
    }),
    { numRuns: 500, examples: [["1\u2488"], ["\u2024\u2488e\u200B\u0301"]] },
  );
});

test("R12: a name holds letters and marks of three scripts and the few signs between them, nothing else", () => {
  fc.assert(
    fc.property(letters, (typed) => {
      expect(readName(typed) ?? "扎").toMatch(/^[\p{Script=Han}\p{Script=Latin}\p{Script=Tibetan}\p{M}·' -]{1,100}$/u);
    }),
    { numRuns: 500 },
  );
});

test("I31: a megabyte in the field of a name is refused before anybody looks at its letters", () => {
  for (const many of ["\u0F71", "扎", " ", "·", "e\u0301"]) expect(nameFault(many.repeat(300_000))).toBe("tooLong");
});

test("R12: an account is named like a person, with its unit in brackets", () => {
  expect(readAccountName("王五（区援藏办）")).toBe("王五（区援藏办）");
  expect(readAccountName(" 扎西•卓玛 (县就业局)")).toBe("扎西·卓玛（县就业局）");
  expect(readAccountName("王\u200B五（\u2F2D\u2F45）")).toBe("王五（山方）");
  expect(readAccountName("Tashi Dolma (Aid Office)")).toBe("Tashi Dolma（Aid Office）");
  expect(readAccountName("安全管理员")).toBe("安全管理员");
  const none = [
    "王五😀",
    "王\uFFFD五",
    "王五（😀）",
    "王五（）",
    "（区援藏办）",
    "王五（区）（县）",
    "王五）",
    "123",
    "王五（1）",
  ];
  expect(none.map(readAccountName)).toEqual(none.map(() => undefined));
  expect(readAccountName(`${"王".repeat(45)}（区援藏办）`)).toBeUndefined();
});
