import { parse } from "postcss";
import { layout } from "./layout-utilities";
import type { Rule, Source } from "./sources";

const entry = "app/globals.css";
const paper = "public/print.css";
const longest = 200;

/** A class nobody carries is a rule nobody sees. The paper's stylesheet dresses what lib/report writes. */
export const classesAreCarried: Rule = (source, house) => {
  if (!isStyle(source)) return [];
  const carried = source.path === paper ? wordsOfPaper(house) : new Set(house.flatMap(classesCarried));
  return classesDressed(source)
    .filter((name) => !carried.has(name))
    .map((name) => `dresses .${name}, which nothing carries`);
};

/** A class that a part carries is dressed by a stylesheet, or is a utility that places things (decision 15). */
export const classesAreDressed: Rule = (source, house) => {
  if (!isPart(source)) return [];
  const dressed = new Set(house.filter(isStyle).flatMap(classesDressed));
  return classesCarried(source)
    .filter((name) => !dressed.has(name) && !layout.test(name))
    .map((name) => `carries "${name}", which is neither dressed by a stylesheet nor a utility of layout`);
};

/** A class put together from pieces is found by no search, and by no rule above. */
export const classesAreWhole: Rule = (source) =>
  isPart(source) && source.text.match(inBraces)?.some((text) => text.includes("`"))
    ? ["puts a class name together from pieces"]
    : [];

/** One letter says nothing; what is one may be two words. */
export const classesAreWords: Rule = (source) =>
  isStyle(source)
    ? classesDressed(source)
        .filter((name) => !/^[a-z]{2,}(-[a-z]+)*$/.test(name))
        .map((name) => `names a class .${name}, which is no word`)
    : [];

/** A stylesheet stands beside what it dresses and in the list that holds the cascade. */
export const stylesAreListed: Rule = ({ path }, house) => {
  if (!/^components\/.*\.css$/.test(path)) return [];
  const list = house.find((other) => other.path === entry)?.text ?? "";
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return [
    ...(list.includes(`"../${path}"`) ? [] : [`is not in ${entry}`]),
    ...(house.some((other) => isPart(other) && other.path.startsWith(folder))
      ? []
      : ["stands beside nothing it dresses"]),
  ];
};

export const stylesStayShort: Rule = (source) =>
  isStyle(source) && source.text.trimEnd().split("\n").length > longest ? [`is longer than ${longest} lines`] : [];

const isStyle = ({ path }: Source): boolean => path.endsWith(".css");
const isPart = ({ path }: Source): boolean => /^(app|components)\/.*\.tsx$/.test(path);

/** Read once: every file of the house asks for those of all others. */
function once(read: (source: Source) => string[]) {
  const known = new WeakMap<Source, string[]>();
  return (source: Source): string[] => {
    const names = known.get(source) ?? [...new Set(read(source))];
    known.set(source, names);
    return names;
  };
}

const classesDressed = once(({ path, text }) => {
  const selectors: string[] = [];
  parse(text, { from: path }).walkRules(({ selector }) => void selectors.push(selector));
  return selectors.flatMap((selector) => [...selector.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name = ""]) => name));
});

const inBraces = /\b\w*[cC]lassName=\{[^}]*\}/g;
const places = [
  ...[/\b\w*[cC]lassName="[^"]*"/g, inBraces, /\bclassName: "[^"]*"/g],
  ...[/\bconst classNames?\b[^;]*;/g, /\bclassList\.\w+\([^)]*\)/g],
];
/** Strings in those places that are no class. */
const compared = /[!=]== "[^"]*"|\.join\("[^"]*"\)/g;

/** The classes a part names: in an attribute, in a property or constant `className`, in `classNames`, by `classList`. */
const classesCarried = once((source) => {
  if (!isPart(source)) return [];
  const said = places.flatMap((place) => source.text.match(place) ?? []).map((text) => text.replace(compared, ""));
  return said.flatMap(wordsIn);
});

/** What lib/report writes into a page for paper. */
const wordsOfPaper = (house: Source[]): Set<string> =>
  new Set(house.filter(({ path }) => path.startsWith("lib/report/file/")).flatMap(({ text }) => wordsIn(text)));

const wordsIn = (text: string): string[] =>
  [...text.matchAll(/"([^"\n]*)"/g)].flatMap(([, names = ""]) => names.split(" ").filter(Boolean));
