import { pinyin } from "pinyin-pro";

/** U09: orders people as a Chinese list does, syllable by syllable; after two spaces, which sort first, the name parts those read alike. */
export function sortName(name: string): string {
  const sounds = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive" });
  return `${sounds.join(" ").toLowerCase()}  ${name}`;
}
