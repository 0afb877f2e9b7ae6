import type { OutLine } from "@/components/attendance/outbox";
import { type seenIn, seenSaved } from "@/components/attendance/seen";
import { findRoll } from "@/lib/attendance/queries/roll";
import type { AttendanceMark } from "@/prisma/generated/enums";

export type Tap = { person: number; mark: AttendanceMark; note: string };
type Page = { lines: OutLine[]; tapped: Set<string> };

export type Pages = ReturnType<typeof newPages>;

/** The pages a phone has open, by lesson, what was tapped on them and not saved yet, and which marks have been seen on them. */
export function newPages(seen: typeof seenIn) {
  const pages = new Map<string, Page>();
  const drafts = new Map<string, Page>();
  const shown = new Set<string>();
  const show = (lessonId: string, { traineeId, version }: Pick<OutLine, "traineeId" | "version">) =>
    shown.add(`${lessonId} ${traineeId} ${version}`);

  return {
    /** Opened, or made anew under the eyes of somebody: what was tapped goes on showing what was tapped. */
    async open(lessonId: string): Promise<void> {
      const fresh = await standing(lessonId);
      const before = pages.get(lessonId) ?? drafts.get(lessonId) ?? { lines: [], tapped: new Set() };
      const lines = fresh.map((line) => before.lines.find((one) => isTapped(before, one, line)) ?? line);
      const versions = seen(lines, fresh);
      pages.set(lessonId, {
        ...before,
        lines: lines.map((one) => ({ ...one, version: versions[one.traineeId] ?? 0 })),
      });
      for (const line of fresh) if (lines.some((one) => sameMark(one, line))) show(lessonId, line);
    },

    /** Taps on some lines; false where the page shows nobody. They outlast the page. */
    tap(lessonId: string, taps: Tap[]): boolean {
      const page = pages.get(lessonId);
      if (!page || page.lines.length === 0) return false;
      for (const { person, mark, note } of taps) {
        const line = page.lines[person % page.lines.length] as OutLine;
        Object.assign(line, { mark, note });
        page.tapped.add(line.traineeId);
      }
      drafts.set(lessonId, structuredClone(page));
      return true;
    },

    /** What 保存 takes along. */
    take(lessonId: string): OutLine[] {
      drafts.delete(lessonId);
      return structuredClone((pages.get(lessonId) as Page).lines);
    },

    /** The versions that the portal gave to what this phone had sent. */
    learn(lessonId: string, versions: Record<string, number>): void {
      for (const [traineeId, version] of Object.entries(versions)) show(lessonId, { traineeId, version });
      const lines = pages.get(lessonId)?.lines ?? [];
      const now = seenSaved(Object.fromEntries(lines.map((one) => [one.traineeId, one.version])), versions);
      for (const one of lines) one.version = now[one.traineeId] ?? one.version;
    },

    /** Those that go over a mark which was never shown here. */
    unseen: (lessonId: string, lines: OutLine[]): OutLine[] =>
      lines.filter(({ traineeId, version }) => version > 0 && !shown.has(`${lessonId} ${traineeId} ${version}`)),

    isOpen: (lessonId: string): boolean => pages.has(lessonId),
    close: () => pages.clear(),
  };
}

const sameMark = (one: OutLine, other: OutLine) =>
  one.traineeId === other.traineeId && one.mark === other.mark && one.note === other.note;

const isTapped = ({ tapped }: Page, one: OutLine, line: OutLine) =>
  one.traineeId === line.traineeId && tapped.has(one.traineeId);

/** The lines of a page as it is made: whoever has no mark is preset present. */
export const standing = async (lessonId: string): Promise<OutLine[]> =>
  ((await findRoll({ role: "BASE_STAFF" }, lessonId))?.people ?? []).map(({ id, mark, note, version }) => ({
    traineeId: id,
    mark: mark ?? "PRESENT",
    note: note ?? "",
    version: version ?? 0,
  }));
