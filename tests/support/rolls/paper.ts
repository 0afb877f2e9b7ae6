import type { Entry, OutLine, Sent } from "@/components/attendance/outbox";
import type { Told } from "./door";

/** What was pressed on a phone, and what became of it. */
export type Press = {
  entry: Entry;
  tried: boolean;
  /** What the portal said the first time it came in, whether or not that word reached the phone. */
  arrived?: Told;
  end?: "answered" | "overtaken" | "refused" | "dropped";
};

/** A mark that a screen showed as saved, under the version it was answered with. */
export type Claim = Pick<OutLine, "traineeId" | "mark" | "note" | "version"> & { lessonId: string };
/** A mark that was told to wait for a word. */
export type Held = Omit<Claim, "version"> & { sentById: string };

export type Paper = ReturnType<typeof newPaper>;

/** What the people of a story have seen with their own eyes; the database is compared with it in the evening. */
export function newPaper() {
  const presses = new Map<string, Press>();
  const claims: Claim[] = [];
  const held: Held[] = [];
  /** By lesson: how many marks rolls have written. */
  const taken = new Map<string, number>();
  /** How the line was cut, each time. */
  const cuts: string[] = [];
  const wrong: string[] = [];

  const pressOf = ({ key }: Pick<Entry, "key">): Press => {
    const press = presses.get(key);
    if (!press) throw new Error("sent without having been pressed");
    return press;
  };

  return {
    presses,
    claims,
    held,
    taken,
    cuts,
    wrong,

    /** A roll of the same lesson that was never sent is overtaken by the next. */
    pressed(entry: Entry): void {
      for (const one of presses.values())
        if (!one.tried && !one.end && one.entry.lessonId === entry.lessonId && one.entry.accountId === entry.accountId)
          one.end = "overtaken";
      presses.set(entry.key, { entry, tried: false });
    },

    tried(entry: Entry): void {
      pressOf(entry).tried = true;
    },

    /** What came in once has its place; however often it comes, it is told the same. */
    arrived(entry: Entry, told: Told): void {
      const press = pressOf(entry);
      if (!press.arrived) this.took(entry.accountId, entry.lessonId, entry.lines, told);
      else if (fateOf(press.arrived) !== fateOf(told))
        wrong.push(`one roll, two words: ${fateOf(press.arrived)} and ${fateOf(told)}`);
      press.arrived ??= told;
    },

    /** A mark is written over the version its sender had seen, and over no other. */
    took(sentById: string, lessonId: string, lines: OutLine[], told: Told): void {
      const next = lines.filter(({ traineeId, version }) => told.versions[traineeId] === version + 1).length;
      if (told.taken > next) wrong.push(`${told.taken} marks of a roll were written, over ${next} that it had seen`);
      taken.set(lessonId, (taken.get(lessonId) ?? 0) + told.taken);
      for (const { traineeId, mark, note } of lines)
        if (told.versions[traineeId] === undefined) held.push({ lessonId, traineeId, mark, note, sentById });
    },

    /** What the phone shows from now on. */
    answered(entry: Entry, sent: Sent): void {
      const press = pressOf(entry);
      if (sent.state === "refused") press.end = "refused";
      if (sent.state !== "saved") return;
      press.end = "answered";
      this.showed(entry.lessonId, press.entry.lines, sent);
    },

    showed(lessonId: string, lines: Omit<OutLine, "version">[], { versions }: Pick<Told, "versions">): void {
      for (const { traineeId, mark, note } of lines) {
        const version = versions[traineeId];
        if (version !== undefined) claims.push({ lessonId, traineeId, mark, note, version });
      }
    },

    dropped(key: string): void {
      pressOf({ key }).end = "dropped";
    },
  };
}

const fateOf = ({ pending, versions }: Told): string => JSON.stringify([pending, Object.entries(versions).sort()]);
