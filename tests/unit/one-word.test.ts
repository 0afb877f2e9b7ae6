import { expect, test } from "vitest";
import { parseYuan } from "@/lib/value/money";
import * as words from "@/lib/wording/zh-CN";

/** One word for one act (domain.md section 12): what the base does not say, and what it says instead. */
const instead: Record<string, string> = {
  班次: "班期",
  培训项目: "课程",
  脱敏: "隐去中间几位",
  掩码: "隐去中间几位",
  新建学员: "登记学员",
  提请结班: "提出结班",
  转入结业考核: "进入结业考核",
  迟报: "补报",
  您的角色: "您的岗位",
  训练情况: "培训情况",
  课次: "节课",
  待开班: "已批准未开班",
  预留: "已批准未开班",
  "已批准，未开班": "已批准未开班",
  "新建“": "登记“",
  没有了结: "没有办结",
  逐一了结: "逐一办结",
  看板: "查看援藏资金",
  平台: "系统",
  本站: "本系统",
  关闭年度: "年度关账",
  年度已关闭: "年度已关账",
  补报名: "补报",
  参数更改: "参数调整",
  相像的学员: "可能重复的学员",
};

const sentencesOf = (said: unknown): string[] =>
  typeof said === "string" ? [said] : Object.values(Object(said)).flatMap(sentencesOf);

test.each(Object.entries(instead))("domain.md 12: no page says %s, it says %s", (word) => {
  expect(sentencesOf(words).filter((sentence) => sentence.includes(word))).toEqual([]);
});

test("domain.md 12: training has 课程; 项目 is said of the aid only", () => {
  const { cohort, course, enrolment, lesson, today, classroom, nav } = words;

  expect(
    sentencesOf({ cohort, course, enrolment, lesson, today, classroom, nav }).filter((one) => one.includes("项目")),
  ).toEqual([]);
});

test("domain.md 12: a cohort that is approved and has not begun is called so wherever it is counted", () => {
  const names = [words.state.cohort.APPROVED, words.today.capacity.reserved, words.cohort.year.reserved];

  expect(new Set(names)).toEqual(new Set(["已批准未开班"]));
});

test("domain.md 12: the county's reviewer is called 县级审核员 wherever he is named", () => {
  const short = sentencesOf(words).filter((sentence) => /县级审核(?!员)/.test(sentence));

  expect(short).toEqual([]);
});

test("R60: no sentence forbids the commas of thousands, which are read", () => {
  expect(parseYuan("1,234,567.80")).toBe(123_456_780n);
  expect(sentencesOf(words).filter((sentence) => /不写逗号/.test(sentence))).toEqual([]);
});

test("ux.md 9: the help of people who work in the browser sends nobody to a command line", () => {
  const { SYS_ADMIN: _, ...others } = words.help.roles;

  expect(sentencesOf(others).filter((sentence) => sentence.includes("npm run"))).toEqual([]);
});
