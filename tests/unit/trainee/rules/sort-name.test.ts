import { expect, test } from "vitest";
import { sortName } from "@/lib/trainee/rules/sort-name";

test("U09: people stand in the order of a Chinese list, those read alike side by side", () => {
  const names = ["扎西", "阿央", "次仁", "扎西次仁", "白玛", "泽仁"];

  const sorted = names.toSorted((one, other) => (sortName(one) < sortName(other) ? -1 : 1));

  expect(sorted).toEqual(["阿央", "白玛", "次仁", "泽仁", "扎西", "扎西次仁"]);
});

test("U09: Latin names sort by their letters, not by their case", () => {
  expect(sortName("Tashi")).toBe("tashi  Tashi");
});
