import { expect, test } from "vitest";
import { clean, cleanLines, halfWidth } from "@/lib/value/text";

test("invariants 5.2: text is one trimmed line without control or invisible characters", () => {
  const typed = "\uFEFF　 \u202D扎西\t卓玛\u202C\r\n\u0000 瓦卡 ";

  expect(clean(typed)).toBe("扎西 卓玛 瓦卡");
});

test("invariants 5.2: text is composed, and Tibetan script is kept as it is", () => {
  expect(clean("Te\u0301")).toBe("T\u00E9");
  expect(clean("བཀྲ་ཤིས")).toBe("བཀྲ་ཤིས");
});

test("invariants 5.2: a note keeps its line breaks", () => {
  expect(cleanLines(" 一\u0007 \r\n\r\n二\t三 \n")).toBe("一\n\n二 三");
});

test("invariants 5.2: full-width digits, letters, signs and spaces become half-width", () => {
  expect(halfWidth("５１３３３８Ｘｘ．－：　扎")).toBe("513338Xx.-: 扎");
});
