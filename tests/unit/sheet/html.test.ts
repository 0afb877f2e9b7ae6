import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { htmlOf, type Page, printStyle } from "@/lib/report/file/html";

const page = (count: number): Page => ({
  language: "zh-CN",
  title: "结业花名册",
  mark: "演示数据",
  lines: ["班期：<2018-001>"],
  blocks: [
    {
      columns: [
        { title: "序号", kind: "number", width: 5 },
        { title: "姓名", kind: "text", width: 12 },
        { title: "金额", kind: "amount", width: 12 },
      ],
      rows: Array.from({ length: count }, (_, place) => [place + 1, "扎西", "1234567.50"]),
      foot: [["合计", null, "2469135.00"], "填表人：　　单位（公章）："],
    },
  ],
  links: [{ href: "/cohorts/1/roster?sort=name&x=1", text: "返回" }],
  hint: "A4 横向",
});

test("U15: the sums stand once, at the end, and signature and seal with three rows at least in a group no page divides", () => {
  const [, last = ""] = htmlOf(page(30)).split('<tbody class="last">');

  expect(htmlOf(page(30)).match(/class="sum"/g)).toHaveLength(1);
  expect(htmlOf(page(30))).not.toContain("<tfoot");
  expect(last.match(/class="row"/g)).toHaveLength(3);
  expect(last.indexOf("28")).toBeLessThan(last.indexOf("合计"));
  expect(last.indexOf("合计")).toBeLessThan(last.indexOf("填表人"));
});

test.each([0, 1, 2, 3, 4])("U15: %i rows are all printed, each once", (count) => {
  expect(htmlOf(page(count)).match(/class="row"/g) ?? []).toHaveLength(count);
});

test("U39: a printed page has no script, and what somebody typed is text", () => {
  const blocks = page(1).blocks.map((block) => ({ ...block, rows: [[1, "<script>alert(1)</script>", null]] }));
  const html = htmlOf({ ...page(1), blocks, draft: "草稿" });

  expect(html).not.toMatch(/<script|onclick|javascript:/i);
  expect(html).toContain("&lt;script&gt;");
  expect(html).toContain("&lt;2018-001&gt;");
  expect(html).toContain('class="draft" data-mark="草稿"');
});

test("R60: a sum reads with thousands on paper", () => {
  expect(htmlOf(page(1))).toContain(">2,469,135.00<");
});

test("U04: a figure among words is a link to what it is made of, written as text", () => {
  const cell = [
    "达标率 ",
    { text: "140.1 %", href: "/fund/formula?year=2018&asOf=2018-08-22", figure: "standard-rate" },
  ];
  const blocks = page(1).blocks.map((block) => ({ ...block, rows: [[1, cell, null]] }));

  expect(htmlOf({ ...page(1), blocks })).toContain(
    '>达标率 <a class="fig" href="/fund/formula?year=2018&amp;asOf=2018-08-22" data-figure="standard-rate">140.1 %</a><',
  );
});

test("R84: paper has Tibetan letters of its own, and names the fonts that a machine may have", () => {
  const style = readFileSync("public/print.css", "utf8");
  const [, file = ""] = /url\("(\/fonts\/[^"]+)"\)/.exec(style) ?? [];

  expect(readFileSync(`public${file}`).subarray(0, 4).toString()).toBe("wOF2");
  expect(style).toMatch(/body \{[^}]*FangSong[^}]*"Noto Serif CJK SC"[^}]*"Noto Serif Tibetan", "Microsoft Himalaya"/);
});

test("U39: who has an old style kept fetches the new one: its address changes with what is written in it", () => {
  const written = createHash("sha256").update(readFileSync("public/print.css", "utf8")).digest("hex").slice(0, 8);

  expect(printStyle).toBe(`/print.css?v=${written}`);
  expect(htmlOf(page(1))).toContain(`href="${printStyle}"`);
});
