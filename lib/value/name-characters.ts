import characters from "@/lib/value/name-characters.json" with { type: "json" };

/**
 * GB 18030: the 80 characters that older Windows fonts keep in the private use area from U+E815 on, in their order (GBK
 * FE50 to FEA0). GB 18030-2005 and -2022 give each an ordinary code; an ID card reader may still send the private one.
 */
const fromE815 = characters.fromE815.join("");

/** Unicode's Equivalent_Unified_Ideograph for the CJK Radicals Supplement, which NFKC leaves alone: each radical before its character. */
const radicals = characters.radicals.join("");

const byPrivateCode = new Map([
  ...[...fromE815].map((ordinary, index) => [String.fromCodePoint(0xe815 + index), ordinary] as const),
  // GBK A8BC and A8BF: ḿ and ǹ.
  ["\uE7C7", "\u1E3F"] as const,
  ["\uE7C8", "\u01F9"] as const,
]);

const pairs = [...radicals];
const byRadical = new Map(
  pairs.flatMap((one, index) => (index % 2 === 0 ? [[one, pairs[index + 1] ?? one] as const] : [])),
);

/** Compatibility forms, radicals and private codes as the ordinary character; what nobody sees is left out. */
export function ordinary(text: string): string {
  const known = text.replace(/[\uE7C7\uE7C8\uE815-\uE864]/g, (code) => byPrivateCode.get(code) ?? code);
  // What was unseen may have kept a letter from its accent, and a compatibility form may hide another unseen one.
  const seen = unseen(plainSigns(unseen(plainSigns(known)).normalize("NFKC")));
  return seen.normalize("NFKC").replace(/[\u2E80-\u2EF3]/g, (radical) => byRadical.get(radical) ?? radical);
}

const plainSigns = (text: string): string => text.replace(dots, "\u00B7").replace(apostrophes, "'");

/** Controls, direction marks, joiners, byte order marks, variation selectors, fillers. */
const unseen = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");

/** Look-alikes of U+00B7 that NFKC leaves alone or takes apart. */
const dots =
  /[\u02D9\u0387\u1427\u16EB\u2022\u2024\u2027\u2219\u22C5\u25E6\u2981\u2E31\u2E33\u30FB\u318D\uA78F\uFE52\uFF0E\uFF65.]|\u{10101}/gu;

const apostrophes = /[\u0060\u00B4\u02B9\u02BB\u02BC\u02C8\u2018\u2019\u201B\u2032\uFF07]/g;
