import { type Rule, roomOf } from "./sources";

/** All that people read lives in lib/wording; 大写 digits are data of their rule. */
export const wordingStandsInWording: Rule = ({ path, text }) => {
  if (!/^(app|components|lib)\/.*\.tsx?$/.test(path) || path.startsWith("lib/wording/")) return [];
  if (path === "lib/value/money.ts") return [];
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:])\/\/.*$/gm, "$1");
  return /\p{Script=Han}/u.test(code) ? ["holds wording"] : [];
};

/** Rule 6: each case of a refusal is a key of its own, which a review can point at. */
export const casesAreKeys: Rule = ({ path, text }) =>
  /^lib\/wording\/[^/]+\/refusal\.json$/.test(path) && /\{\s*case\s*,\s*select/.test(text)
    ? ["holds the cases of a refusal in one sentence"]
    : [];

const [widest, longest] = [140, 300];

/** Rule 7: a review points at a line; a reader remembers a sentence. */
export const linesStayNarrow: Rule = ({ path, text }) => {
  if (!/\.(sql|md|json)$/.test(path) || roomOf(path) === "public") return [];
  if (path.startsWith("lib/wording/"))
    return sentencesOf(JSON.parse(text)).some((sentence) => sentence.length > longest)
      ? [`holds a sentence of more than ${longest} characters`]
      : [];
  return text.split("\n").some((line) => line.length > widest)
    ? [`holds a line of more than ${widest} characters`]
    : [];
};

const sentencesOf = (words: unknown): string[] =>
  typeof words === "string" ? [words] : Object.values(words ?? {}).flatMap(sentencesOf);
