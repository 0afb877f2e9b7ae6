import { readingsOf, syllables } from "./search-keys";
import { bare } from "./search-prefix";

/** U06: whether words begin a reading of a name, whole or by its initials, at any of its syllables; no key of a long name is made for it. */
export function isReadAs(name: string, words: string): boolean {
  const asked = bare(words);
  const sounds = syllables(name).map(readingsOf);
  const initials = sounds.map((all) => all.map(([first = ""]) => first));
  return sounds.some((_, start) => [sounds, initials].some((spelt) => beginsAt(spelt, start, asked)));
}

const beginsAt = (sounds: string[][], start: number, asked: string): boolean =>
  sounds[start]?.some(
    (sound) =>
      sound.startsWith(asked) || (asked.startsWith(sound) && beginsAt(sounds, start + 1, asked.slice(sound.length))),
  ) ?? false;
