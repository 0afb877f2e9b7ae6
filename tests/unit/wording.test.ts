import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultLocale } from "@/lib/wording/locale";
import { gather, locales, messagesIn } from "@/lib/wording/messages";

const root = join(import.meta.dirname, "../..");
const others = locales().filter((locale) => locale !== defaultLocale);

// English names the months, Chinese numbers them.
const named = ["fund.months.month"];

test.each(others)("%s says what Chinese says: the same sentences, of the same cases", (locale) => {
  const [chinese, own] = [sentencesOf(messagesIn(defaultLocale)), sentencesOf(messagesIn(locale))];

  expect([...own.keys()].filter((key) => !chinese.has(key))).toEqual([]);
  expect([...chinese.keys()].filter((key) => !own.has(key))).toEqual([]);
  expect([...chinese].filter(([key, sentence]) => casesIn(sentence) !== casesIn(own.get(key) ?? ""))).toEqual(
    named.map((key) => [key, expect.anything()]),
  );
});

test("the list of areas, which the types are made of, names every file", () => {
  const listed = readFileSync(join(root, "lib/wording/zh-CN.ts"), "utf8").match(/(?<=zh-CN\/)\w+(?=\.json)/g);

  expect(listed).toEqual(readdirSync(join(root, "lib/wording", defaultLocale)).map((file) => file.split(".")[0]));
});

test("what a subject says where all subjects speak is read there, and said once", () => {
  const visitor = { title: "来访", shared: { done: { visitor: { record: "来访已登记。" } } } };

  expect(gather({ done: { saved: "已保存。" }, visitor }).done).toEqual({ saved: "已保存。", ...visitor.shared.done });
  expect(() => gather({ done: { visitor: { record: "已登记。" } }, visitor })).toThrow("record is said twice");
  expect(messagesIn("en").done.calendarDay.set).toMatch(/^Day entered: /);
});

test("U24, U28: a refusal brings every figure its sentence speaks of", () => {
  const thrown = refusalsOf(join(root, "lib"));

  const lacking = locales().flatMap((language) => {
    const sentences = messagesIn(language).refusal as Record<string, string | Record<string, string>>;
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

/** Every sentence under its whole key; what is only shown, the topics of the help, may be of another number in each language. */
function sentencesOf(of: object, above = ""): Map<string, string> {
  const found = Object.entries(of).flatMap(([key, value]) => {
    if (typeof value === "string") return [[`${above}${key}`, value] as const];
    return Array.isArray(value) ? [] : [...sentencesOf(value, `${above}${key}.`)];
  });
  return new Map(found);
}

const casesIn = (sentence: string): string => [...casesOf(sentence).keys()].sort().join(" ");

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
