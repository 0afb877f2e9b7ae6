import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { locales, messagesIn } from "@/lib/wording/messages";

test.each(locales())("wording: every sentence in %s can be said", (locale) => {
  const broken = sentencesOf(messagesIn(locale)).filter(([, sentence]) => !isSayable(sentence, locale));

  expect(broken.map(([key]) => key)).toEqual([]);
});

// The control: a brace too few, as it once stood in a refusal, is seen.
test("wording: a sentence with a brace too few cannot be said", () => {
  expect(isSayable("{case, select, LATE {stage, select, ONE {甲。} other {乙。}} other {丙。}}", "zh-CN")).toBe(false);
});

function sentencesOf(words: unknown, path = ""): [key: string, sentence: string][] {
  if (typeof words === "string") return [[path, words]];
  return Object.entries(Object(words)).flatMap(([name, value]) => sentencesOf(value, path ? `${path}.${name}` : name));
}

function isSayable(sentence: string, locale: string): boolean {
  try {
    new IntlMessageFormat(sentence, locale);
    return true;
  } catch {
    return false;
  }
}
