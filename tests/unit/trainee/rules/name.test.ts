import { expect, test } from "vitest";
import { readName } from "@/lib/trainee/rules/name";

test("U09: look-alike dots between Han characters become the one dot", () => {
  for (const dot of ["·", "•", "・", "‧", ".", "．", " · ", "･", "∙"]) {
    expect(readName(`扎西${dot}卓玛${dot}央金`)).toBe("扎西·卓玛·央金");
  }
  expect(readName("A. Tashi")).toBe("A. Tashi");
});

test("R12: a name of one character and one of fifty are names, none and fifty-one are not", () => {
  expect([readName("扎"), readName("扎".repeat(50))]).toEqual(["扎", "扎".repeat(50)]);
  expect(["", "  ", "·", "\u200B", "扎".repeat(51)].map(readName)).toEqual(Array(5).fill(undefined));
  expect(readName("𠮷".repeat(50))).toBe("𠮷".repeat(50));
});

test("R12: Tibetan script and Latin names are kept, padding between Han characters is not", () => {
  expect(readName(" བཀྲ་ཤིས་སྒྲོལ་མ ")).toBe("བཀྲ་ཤིས་སྒྲོལ་མ");
  expect(readName("Tashi  Dolma")).toBe("Tashi Dolma");
  expect(readName("扎　　西")).toBe("扎西");
});
