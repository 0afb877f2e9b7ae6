import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { locales } from "@/lib/wording/locale";
import { gather, messages } from "@/lib/wording/messages";

const root = join(import.meta.dirname, "../..");
const words = (language: string, area: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(root, "lib/wording", language, area), "utf8"));
const areas = readdirSync(join(root, "lib/wording/zh-CN"));

// English names the months, Chinese numbers them.
const named = ["months.month"];

test("both languages know the same cases of a sentence", () => {
  const differing = areas.flatMap((area) => {
    const [chinese, english] = [sentencesOf(words("zh-CN", area)), sentencesOf(words("en", area))];
    return [...chinese].filter(([key, sentence]) => {
      const there = casesOf(english.get(key) ?? "");
      const here = casesOf(sentence);
      return JSON.stringify([...here.keys()].sort()) !== JSON.stringify([...there.keys()].sort());
    });
  });

  expect(differing.map(([key]) => key).filter((key) => !named.includes(key))).toEqual([]);
});

test("what a subject says where all subjects speak is read there, and said once", () => {
  const visitor = { title: "来访", shared: { done: { visitor: { record: "来访已登记。" } } } };

  expect(gather({ done: { saved: "已保存。" }, visitor }).done).toEqual({ saved: "已保存。", ...visitor.shared.done });
  expect(() => gather({ done: { visitor: { record: "已登记。" } }, visitor })).toThrow("record is said twice");
  expect(messages.en.done.calendarDay.set).toMatch(/^Day entered: /);
});

test("U24, U28: a refusal brings every figure its sentence speaks of", () => {
  const thrown = refusalsOf(join(root, "lib"));

  const lacking = locales.flatMap((language) => {
    const sentences = messages[language].refusal as Record<string, string | Record<string, string>>;
    return thrown.flatMap(({ refusal, named, brings }) => {
      const cases = sentences[refusal];
      const said = typeof cases === "object" ? (cases[named] ?? "") : "";
      const wanted = [...said.matchAll(/\{(\w+)[,}]/g)].map(([, figure]) => figure as string);
      return wanted.filter((figure) => !brings.includes(figure)).map((figure) => `${language} ${named}: ${figure}`);
    });
  });

  expect(thrown.length).toBeGreaterThan(20);
  expect(lacking).toEqual([]);
});

/** Every sentence of a file under its whole key. */
function sentencesOf(of: Record<string, unknown>, above = ""): Map<string, string> {
  const found = Object.entries(of).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${above}${key}`, value] as const]
      : [...sentencesOf(value as Record<string, unknown>, `${above}${key}.`)],
  );
  return new Map(found);
}

/** The cases of a sentence that begins with a choice, each with its words. */
function casesOf(sentence: string): Map<string, string> {
  const cases = new Map<string, string>();
  let at = /^\{\w+, select, /.exec(sentence)?.[0].length ?? sentence.length;
  for (;;) {
    const head = /^\s*([\w-]+)\s*\{/.exec(sentence.slice(at));
    if (!head) return cases;
    const from = at + head[0].length;
    at = from;
    for (let open = 1; open > 0 && at < sentence.length; at++) open += { "{": 1, "}": -1 }[sentence[at] as string] ?? 0;
    cases.set(head[1] as string, sentence.slice(from, at - 1));
  }
}

/** The refusals with a case of their own that the code writes out, each with the names of the figures it brings. */
function refusalsOf(folder: string) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return [...text.matchAll(/new Refusal\("(\w+)", \{([^{}]*case: "(\w+)"[^{}]*)\}/g)]
      .filter(([, , figures]) => !figures?.includes("..."))
      .map(([, refusal, figures, named]) => ({
        refusal: refusal as string,
        named: named as string,
        brings: (figures as string).split(",").map((pair) => pair.trim().split(":")[0] as string),
      }));
  });
}
