import { pinyin } from "pinyin-pro";
import { readingsOfHan } from "./readings";

/** U09: orders people as a Chinese list does, syllable by syllable; after two spaces, which sort first, the name parts those read alike. */
export function sortName(name: string): string {
  const sounds = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive" });
  return `${sounds.flatMap(ofRare).join(" ").toLowerCase()}  ${name}`;
}

/** What pinyin-pro cannot read comes back as it is written. */
const ofRare = (sound: string): string[] =>
  /\p{Script=Han}/u.test(sound) ? [...sound].map((character) => readingsOfHan(character)[0] ?? character) : [sound];
