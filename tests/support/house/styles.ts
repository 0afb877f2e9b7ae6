import { classesCarried, classesDressed, classesOnPaper, classTexts, isPart, isStyle, selectorsIn } from "./classes";
import { layout } from "./layout-utilities";
import type { Rule } from "./sources";

const entry = "app/globals.css";
const paper = "public/print.css";
const longest = 200;

/** A rule for a class that nothing carries dresses nothing; the stylesheet of paper dresses what lib/report writes. */
export const classesAreCarried: Rule = (source, house) => {
  if (!isStyle(source)) return [];
  const carried = new Set(house.flatMap(source.path === paper ? classesOnPaper : classesCarried));
  return classesDressed(source)
    .filter((name) => !carried.has(name))
    .map((name) => `dresses .${name}, which nothing carries`);
};

/** A class that a part carries is dressed by a stylesheet, or is a utility that places things (decision 16). */
export const classesAreDressed: Rule = (source, house) => {
  if (!isPart(source)) return [];
  const dressed = new Set(house.filter(isStyle).flatMap(classesDressed));
  return classesCarried(source)
    .filter((name) => !dressed.has(name) && !layout.test(name))
    .map((name) => `carries "${name}", which is neither dressed by a stylesheet nor a utility of layout`);
};

/** A class put together from pieces is found by no search, and by neither rule above. */
export const classesAreWhole: Rule = (source) =>
  isPart(source) && classTexts(source).some((text) => text.includes("`")) ? ["puts a class together from pieces"] : [];

/** Words, with hyphens between them. */
export const classesAreWords: Rule = (source) => {
  if (!isStyle(source)) return [];
  return classesDressed(source)
    .filter((name) => !/^[a-z]{2,}(-[a-z]+)*$/.test(name))
    .map((name) => `names a class .${name}, which is no word`);
};

/** How a thing looks is read in one place, and once more for phones or paper. */
export const rulesStandOnce: Rule = (source) => {
  if (!isStyle(source)) return [];
  const selectors = selectorsIn(source);
  return selectors
    .filter((selector, place) => selectors.indexOf(selector) < place)
    .map((selector) => `dresses ${selector} twice`);
};

/** A stylesheet stands beside what it dresses, and in the list that holds the cascade. */
export const stylesAreListed: Rule = ({ path }, house) => {
  if (!/^components\/.*\.css$/.test(path)) return [];
  const list = house.find((other) => other.path === entry)?.text ?? "";
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const isBeside = house.some((other) => isPart(other) && other.path.startsWith(folder));
  return [
    ...(list.includes(`"../${path}"`) ? [] : [`is not in ${entry}`]),
    ...(isBeside ? [] : ["stands beside nothing it dresses"]),
  ];
};

export const stylesStayShort: Rule = (source) =>
  isStyle(source) && source.text.trimEnd().split("\n").length > longest ? [`is longer than ${longest} lines`] : [];
