/** The act alone: what a banner says of it up to the person, the record or the number it names, which stand in places of their own. */
export function actOf(sentence: string): string {
  const act = sentence.split("{", 1)[0] ?? "";
  return act === sentence ? act.replace(/[.。]$/, "") : act.replace(/[：:，,][^：:，,]*$/, "").trim();
}
