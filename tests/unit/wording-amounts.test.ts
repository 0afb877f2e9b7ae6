import { expect, test } from "vitest";
import { messagesIn } from "@/lib/wording/messages";

/** What is no sum of its own: the unit of a figure, a second line under the sum, and sums that the database says itself. */
const apart = ["setting.units.WAN", "setting.rate.effect", "money.units.wan", "refusal.OVER_PLAN.BELOW_COMPLETED"];

function* sentencesOf(words: object, path = ""): Generator<[string, string]> {
  for (const [name, said] of Object.entries(words))
    if (typeof said === "string") yield [path + name, said];
    else yield* sentencesOf(said as object, `${path}${name}.`);
}

test("an English amount is said as it is spoken of and as it is booked: CNY 5.14 billion (514,000.00 万元)", () => {
  const said = [...sentencesOf(messagesIn("en"))].filter(([key]) => !apart.includes(key));
  const booked = said.filter(([, sentence]) => /[}>] 万元/.test(sentence));

  expect(booked.filter(([, sentence]) => !sentence.includes("{cny}")).map(([key]) => key)).toEqual([]);
  expect(booked.length).toBeGreaterThan(10);
  for (const name of ["fund.unit", "project.sums.wan"])
    expect(said.find(([key]) => key === name)?.[1]).toBe("万元 ({cny})");
});
