/** Puts values into a sentence's {places}; of neither side, so that pages and controls both call it. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
