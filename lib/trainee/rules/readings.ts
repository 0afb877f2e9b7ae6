import { polyphonic } from "pinyin-pro";
import rare from "@/lib/trainee/rare-readings.json" with { type: "json" };

const kept = new Map<string, string[]>();

/** All readings of a Han character without tones, of common ones the usual first; none where nobody knows any. */
export function readingsOfHan(character: string): string[] {
  const found = kept.get(character) ?? lookUp(character);
  kept.set(character, found);
  return found;
}

function lookUp(character: string): string[] {
  const [sounds = []] = polyphonic(character, { type: "array", toneType: "none" });
  const known = sounds.filter((sound) => sound && sound !== character);
  return known.length > 0 ? [...new Set(known)] : (rarely.get(character) ?? []);
}

/** pinyin-pro ends at the common characters; Unihan 15.0 (kMandarin, kTGHZ2013, kXHC1983, kHanyuPinyin) reads the others. */
const rarely = new Map<string, string[]>();
for (const [sound, lines] of Object.entries(rare)) {
  for (const character of lines.join("")) rarely.set(character, [...(rarely.get(character) ?? []), sound]);
}
