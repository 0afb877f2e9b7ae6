import { type AtRule, parse, type Rule as StyleRule } from "postcss";
import type { Source } from "./sources";

export const isStyle = ({ path }: Source): boolean => path.endsWith(".css");
export const isPart = ({ path }: Source): boolean => /^(app|components)\/.*\.tsx$/.test(path);

/** The classes a stylesheet names. */
export const classesDressed = once((source) =>
  rulesIn(source).flatMap(({ selector }) =>
    [...selector.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name = ""]) => name),
  ),
);

/** Its selectors, each with the medium it is for. */
export const selectorsIn = (source: Source): string[] =>
  rulesIn(source).map(({ selector, parent }) => {
    const medium = parent?.type === "atrule" ? `@${(parent as AtRule).params} ` : "";
    return medium + selector.replace(/\s+/g, " ");
  });

function rulesIn({ path, text }: Source): StyleRule[] {
  const rules: StyleRule[] = [];
  parse(text, { from: path }).walkRules((rule) => void rules.push(rule));
  return rules;
}

const inBraces = /\b\w*[cC]lassName=\{[^}]*\}/g;
const places = [
  ...[/\b\w*[cC]lassName="[^"]*"/g, inBraces, /\bclassName: "[^"]*"/g],
  ...[/\bconst classNames?\b[^;]*;/g, /\bclassList\.\w+\([^)]*\)/g],
];
/** Strings in those places that are no class. */
const notAClass = /[!=]== "[^"]*"|\.join\("[^"]*"\)/g;

/** The classes a part names: in an attribute, in a property or constant `className`, in `classNames`, by `classList`. */
export const classesCarried = once((source) =>
  isPart(source) ? classTexts(source).flatMap((text) => wordsIn(text.replace(notAClass, ""))) : [],
);

/** The pieces of a part in which its classes stand. */
export const classTexts = ({ text }: Source): string[] => places.flatMap((place) => text.match(place) ?? []);

/** What lib/report writes into a page for paper. */
export const classesOnPaper = once(({ path, text }) => (path.startsWith("lib/report/file/") ? wordsIn(text) : []));

const wordsIn = (text: string): string[] =>
  [...text.matchAll(/"([^"\n]*)"/g)].flatMap(([, names = ""]) => names.split(" ").filter(Boolean));

/** Read once: every file of the house asks for those of all others. */
function once(read: (source: Source) => string[]) {
  const known = new WeakMap<Source, string[]>();
  return (source: Source): string[] => {
    const names = known.get(source) ?? [...new Set(read(source))];
    known.set(source, names);
    return names;
  };
}
