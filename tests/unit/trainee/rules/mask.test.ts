import fc from "fast-check";
import { expect, test } from "vitest";
import { maskIdNumber, maskPhone, publicName } from "@/lib/trainee/rules/mask";

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

test("R91: an ID number shows three and four, a telephone number three and four", () => {
  expect(maskIdNumber("513338199006151234")).toBe("513***********1234");
  expect(maskPhone("13800005678")).toBe("138****5678");
});

test("R91: no digit of the middle ever shows, and the length stays", () => {
  fc.assert(
    fc.property(fc.oneof(digits(18), digits(11), digits(15)), (number) => {
      const shown = maskIdNumber(number);
      expect(shown).toHaveLength(number.length);
      expect(shown.slice(3, -4)).toBe("*".repeat(number.length - 7));
    }),
  );
  expect(maskPhone("5922000")).toBe("*******");
});

test("R91: on a public list only the first character of a name shows", () => {
  expect(["扎西", "扎西·卓玛", "扎", " Tashi"].map(publicName)).toEqual(["扎**", "扎**", "扎**", "T**"]);
  expect(publicName("བཀྲ་ཤིས")).toBe("བ**");
});
