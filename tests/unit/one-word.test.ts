import { expect, test } from "vitest";
import * as words from "@/lib/wording/zh-CN";

/** One word for one act (domain.md section 12): what the base does not say, and what it says instead. */
const instead: Record<string, string> = {
  班次: "班期",
  培训项目: "课程",
  脱敏: "隐去中间几位",
  掩码: "隐去中间几位",
  新建学员: "登记学员",
};

const sentencesOf = (said: unknown): string[] =>
  typeof said === "string" ? [said] : Object.values(Object(said)).flatMap(sentencesOf);

test.each(Object.entries(instead))("domain.md 12: no page says %s, it says %s", (word) => {
  expect(sentencesOf(words).filter((sentence) => sentence.includes(word))).toEqual([]);
});
