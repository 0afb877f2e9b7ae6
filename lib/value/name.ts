import { ordinary } from "./name-characters";

/** R12, U09: why something is no name. A lost character is one that no letter can be told from: `?`, □, an emoji, a private code. */
export type NameFault = "none" | "tooLong" | "lost" | "letters";

/** R12, U09: a name of 1 to 50 characters as it is kept; undefined when `nameFault` has something to say. */
export function readName(typed: string): string | undefined {
  return nameFault(typed) ? undefined : plainName(typed);
}

/** R12: who signs in, with the unit behind the name where one is said: 王五（区援藏办）. Both are written in the alphabet of names. */
export function readAccountName(typed: string): string | undefined {
  const [, person = typed, unit] = inBrackets.exec(typed.slice(0, 2 * mostTyped).trim()) ?? [];
  const name = readName(person);
  if (unit === undefined) return name;
  const of = readName(unit);
  const whole = `${name}（${of}）`;
  return name && of && [...whole].length <= 50 ? whole : undefined;
}

const inBrackets = /^([^（）()]+)[（(]([^（）()]+)[）)]$/u;

export function nameFault(typed: string): NameFault | undefined {
  if (typed.length > mostTyped) return "tooLong";
  const name = plainName(typed);
  if (lost.test(name)) return "lost";
  if (!/\p{L}/u.test(name)) return "none";
  if ([...name].length > 50) return "tooLong";
  return alphabet.test(name) ? undefined : "letters";
}

/**
 * R12, U09: the one spelling of a name, for the form, the search, the seed and an import. It judges nothing, and its length is
 * bound before anything looks at the characters.
 */
export function plainName(typed: string): string {
  const written = ordinary(typed.slice(0, mostTyped).replace(/\s/g, " ")).replace(/[\u2010-\u2015\u2212]/g, "-");
  return written.replace(/[\u00B7'\u0F0B-\u0F0E -]+/g, between).normalize("NFC");
}

/**
 * What stands between two letters, once: a dot, a hyphen, an apostrophe, the Tibetan mark between syllables, a space between Latin
 * words. Rosters pad short names with spaces, and a list begins with a bullet: these are no part of the name.
 */
function between(signs: string, at: number, written: string): string {
  const before = written[at - 1] ?? "";
  const after = written[at + signs.length] ?? "";
  if (!before || !after) return "";
  const strong = ["\u00B7", "-", "'"].find((sign) => signs.includes(sign));
  if (strong) return strong;
  if (isTibetan.test(before) && isTibetan.test(after)) return "\u0F0B";
  return isLatin.test(before) && isLatin.test(after) ? " " : "";
}

const isTibetan = /\p{Script=Tibetan}/u;
const isLatin = /\p{Script=Latin}|[\u0300-\u036F]/u;

const mostTyped = 120;

/** What a broken file, an old font or a masked list puts in the place of a letter. */
const lost =
  /[?*\uFFFD\u3013\u25A0-\u25FF\u2B1A-\u2B1C\u2FF0-\u2FFF\p{Co}\p{Cs}\p{Cn}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Han, Latin with its accents, Tibetan; between them one `·`, apostrophe, hyphen, Tibetan tsheg or space. */
const alphabet =
  /^(?:(?:(?=[\p{L}\u3007])\p{Script=Han}|(?=\p{L})\p{Script=Latin}\p{M}{0,3}|(?=[\p{L}\p{M}])\p{Script=Tibetan})[\u00B7'\u0F0B -]?)+$/u;
