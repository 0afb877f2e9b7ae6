import { createTranslator } from "next-intl";
import { expect, test, vi } from "vitest";
import { sentences } from "@/lib/wording/lookup";
import { locales } from "@/lib/wording/messages";
import { say } from "@/lib/wording/sentence";

// What only a running Next can say: in which language somebody reads.
const request = vi.hoisted(() => ({ locale: "en" }));
vi.mock("next-intl/server", () => ({ getLocale: async () => request.locale }));

const icu = {
  plain: "Search",
  figure: "{query} is not found; “{query}” it is",
  many: "{count, plural, =0 {nobody} one {# person} other {# people}}",
  choice: "{full, select, true {full} other {free: {left, number}}}",
  inner: { said: "{name}’s" },
};

test.each(locales())("the browser says in %s what the server says, by one language of sentences", async (locale) => {
  request.locale = locale;
  const read = await sentences(icu);
  const t = createTranslator({ locale, messages: icu });

  expect(say(read.plain)).toBe("Search");
  expect(say(read.figure, { query: "{x}" })).toBe(t("figure", { query: "{x}" }));
  for (const count of [0, 1, 12_345]) expect(say(read.many, { count })).toBe(t("many", { count }));
  expect(say(read.choice, { full: "false", left: 2_000 })).toBe(t("choice", { full: "false", left: 2_000 }));
  expect(say(read.inner.said, { name: "央金" })).toBe("央金’s");
});

test("what goes to the browser is text and lists: nothing that has to be read there", async () => {
  const read = await sentences(icu);

  expect(JSON.parse(JSON.stringify(read))).toEqual(read);
  expect(JSON.stringify(read)).not.toContain("plural");
});
