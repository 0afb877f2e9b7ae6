import { expect, test } from "vitest";
import { bookLesson } from "@/lib/lesson/commands/book";
import { wish } from "@/tests/support/lessons";
import * as make from "@/tests/support/make";

// In a file of its own: Node gives this warning once in the life of a process.
const warnings: string[] = [];
process.on("warning", ({ message }) => warnings.push(message));

test("R36: a clash is told on one connection that is asked one question at a time", async () => {
  const [one, other] = [await make.cohort(), await make.cohort()];
  await bookLesson(make.actor(), await wish(one.id));

  const clash = bookLesson(make.actor(), await wish(other.id));

  await expect(clash).rejects.toMatchObject({ refusal: "CLASSROOM_TAKEN", figures: { otherTitle: "皮肤护理" } });
  expect(warnings.filter((message) => message.includes("already executing"))).toEqual([]);
});
