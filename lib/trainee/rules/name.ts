import { clean } from "@/lib/text";

/** R12, U09: a name of 1 to 50 characters as it is kept, in whatever script; undefined when there is none or it is too long. */
export function readName(typed: string): string | undefined {
  const name = normaliseName(typed);
  return /\p{L}/u.test(name) && [...name].length <= 50 ? name : undefined;
}

/** R12, U09: one dot between Han characters, U+00B7; rosters pad short names with spaces, which are no part of them. */
export function normaliseName(typed: string): string {
  return clean(typed).replace(betweenHan, (_, before, gap) => before + (gap.trim() ? "\u00B7" : ""));
}

/** Look-alikes of the dot: • ‧ ∙ ⋅ ・ ･ · and full stops, with or without spaces around them. */
const betweenHan =
  /(\p{Script=Han})( *[\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF65\u0387\uFF0E.] *| +)(?=\p{Script=Han})/gu;
