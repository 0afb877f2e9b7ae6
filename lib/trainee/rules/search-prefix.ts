import { plainName } from "@/lib/value/name";

/** Makes a keyed hash of last four characters; the rule itself knows no key. */
export type HashLastFour = (lastFour: string) => string;

/** U06: the prefixes to look for; last four of an ID number or a telephone are looked up by their hash. */
export function searchPrefix(query: string, hash: HashLastFour): string[] {
  const prefix = bare(query);
  if (prefix === "") return [];
  return /^(\d{4}|\d{3}x)$/.test(prefix) ? [prefix, lastFourKey(prefix, hash)] : [prefix];
}

/** Eight characters of the hash tell the ten thousand possible endings apart; `#` keeps them away from names. */
export const lastFourKey = (number: string, hash: HashLastFour): string =>
  `#${hash(number.slice(-4).toUpperCase()).slice(0, 8)}`;

/** Letters and digits only, in lower case: spaces, dots and the Tibetan tsheg are typed in too many ways. */
export function bare(text: string): string {
  const plain = plainName(text).toLowerCase().normalize("NFC").replaceAll("ü", "v");
  return plain.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}
