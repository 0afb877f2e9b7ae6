import { isCode, type Rule, type Source } from "./sources";

const exportOf = /^export (?:async )?(?:function\*? |const )(\w+)/gm;

/** Rule 8: a function that only a test uses proves nothing. Next's own names are asked by Next. */
export const exportsAreUsed: Rule = (source, house) => {
  const { path, text } = source;
  if (!/^(components|lib)\//.test(path) || !isCode(source)) return [];
  return [...text.matchAll(exportOf)]
    .map(([, name = ""]) => name)
    .filter((name) => times(name, text) < 2 && !house.some((other) => other.path !== path && isUser(other, name)))
    .map((name) => `exports ${name}, which nobody uses but tests`);
};

const isUser = ({ path, text }: Source, name: string): boolean =>
  !path.startsWith("tests/") && /\.(tsx?|mts|mjs)$/.test(path) && times(name, text) > 0;

const times = (name: string, text: string): number => text.match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0;

/** Rule 9: each act is named in a test that sees it refused. */
export const actsAreRefusedInTests: Rule = ({ path, text }, house) => {
  if (!/^lib\/.*\/(actions|commands)(\/|\.ts)/.test(path)) return [];
  const tests = house.filter((other) => /^tests\/(unit|integration|e2e)\//.test(other.path));
  const refusing = tests.filter((test) => /refusal|rejects|refused|NOT_ALLOWED/.test(test.text));
  return [...text.matchAll(/^export const (\w+) = (?:action|openForm|command)\(/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => !refusing.some((test) => times(name, test.text) > 0))
    .map((name) => `declares ${name}, which no test sees refused`);
};
