import { plainName } from "@/lib/value/name";
import { readingsOfHan } from "./readings";
import { bare, type HashLastFour, lastFourKey } from "./search-prefix";

export type Findable = { name: string; nameTibetan?: string | null; idNumber: string; phone?: string | null };

/** U06: all a trainee is found by. A search is a prefix of one of these keys, so every ending of the name is a key too. */
export function searchKeys({ name, nameTibetan, idNumber, phone }: Findable, hash: HashLastFour): string[] {
  const names = [name, nameTibetan ?? ""].flatMap((written) => endings(syllables(written)).flatMap(spellings));
  const numbers = [idNumber, phone].flatMap((number) => (number ? [lastFourKey(number, hash)] : []));
  return [...new Set([...names, ...numbers])];
}

/** A Han character, a Latin word, a Tibetan syllable: what a search may begin with. */
export function syllables(name: string): string[] {
  return (plainName(name).match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? []).map(bare);
}

const endings = (all: string[]): string[][] => all.map((_, start) => all.slice(start));

/** As written, then every reading in full and by its initials. */
function spellings(ending: string[]): string[] {
  const initials = (reading: string[]) => reading.map(([first = ""]) => first).join("");
  return [ending.join(""), ...readings(ending).flatMap((reading) => [reading.join(""), initials(reading)])];
}

/** All readings, at most 32: those that use the fewest rare readings are kept. */
function readings(ending: string[]): string[][] {
  let found = [{ reading: [] as string[], rarity: 0 }];
  for (const syllable of ending) {
    const next = found.flatMap(({ reading, rarity }) =>
      readingsOf(syllable).map((sound, rank) => ({ reading: [...reading, sound], rarity: rarity + rank })),
    );
    found = next.sort((one, other) => one.rarity - other.rarity).slice(0, 32);
  }
  return found.map(({ reading }) => reading);
}

/** ü is typed as v or as u; what is no Han character reads as it is written. */
export function readingsOf(syllable: string): string[] {
  if (!/^\p{Script=Han}$/u.test(syllable)) return [syllable];
  const sounds = readingsOfHan(syllable);
  if (sounds.length === 0) return [syllable];
  return [...new Set(sounds.flatMap((sound) => [sound.replace("ü", "v"), sound.replace("ü", "u")]))];
}
