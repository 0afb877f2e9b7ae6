import { db } from "@/lib/database/db";
import { historyOf } from "./history";
import type { Paper } from "./paper";
import type { Term } from "./term";

/** What the database and the people of the term do not agree on, of these lessons. */
export async function differences({ paper, phones, people }: Term, lessons: string[]): Promise<string[]> {
  const [history, marks, waiting, adopted] = await Promise.all([
    historyOf(lessons, people),
    db.attendance.findMany({ where: { lessonId: { in: lessons } } }),
    db.pendingMark.findMany({ where: { lessonId: { in: lessons } } }),
    db.pendingMark.count({ where: { lessonId: { in: lessons }, state: "ADOPTED" } }),
  ]);
  const of = <Row extends { lessonId: string }>(rows: Row[]) =>
    rows.filter(({ lessonId }) => lessons.includes(lessonId));
  const found = [...paper.wrong];

  // Each mark stands as the last entry of its history says, in the version of their number.
  for (const { lessonId, traineeId, mark, note, version } of marks) {
    const entries = history.get(`${lessonId}:${traineeId}`) ?? [];
    const last = entries.at(-1);
    if (entries.length !== version)
      found.push(`${traineeId} stands in version ${version} after ${entries.length} entries`);
    if (last?.mark !== mark || last?.note !== note)
      found.push(`${traineeId} stands as ${mark}, noted as ${last?.mark}`);
  }
  if (history.size !== marks.length) found.push(`${history.size} histories of ${marks.length} marks`);

  // What was shown as saved was stored, as it was shown.
  for (const { lessonId, traineeId, version, mark, note } of of(paper.claims)) {
    const stored = history.get(`${lessonId}:${traineeId}`)?.[version - 1];
    if (stored?.mark !== mark || stored?.note !== note)
      found.push(`shown as saved: ${traineeId} ${mark} in version ${version}, stored as ${stored?.mark}`);
  }
  // And once: as many entries as rolls have written and approvals have taken over.
  const entries = [...history.values()].reduce((sum, one) => sum + one.length, 0);
  const written = lessons.reduce((sum, id) => sum + (paper.taken.get(id) ?? 0), adopted);
  if (entries !== written) found.push(`${entries} entries of ${written} marks that were written`);

  // Everything else stands in the list.
  for (const { lessonId, traineeId, mark, note, sentById } of of(paper.held)) {
    const isThere = waiting.some(
      (one) =>
        one.lessonId === lessonId &&
        one.traineeId === traineeId &&
        one.mark === mark &&
        one.note === note &&
        one.sentById === sentById,
    );
    if (!isThere) found.push(`neither stored nor in the list: ${traineeId} ${mark}`);
  }
  return [...found, ...unanswered(paper), ...leftIn(phones)];
}

/** In the evening the line was there: whatever was pressed has had its word. */
const unanswered = ({ presses }: Paper): string[] =>
  [...presses.values()].flatMap(({ end, entry }) => (end ? [] : [`pressed at ${entry.deviceAt} and never answered`]));

const leftIn = (phones: Term["phones"]): string[] =>
  phones.flatMap(({ store }) =>
    store.read().flatMap(({ refused, key }) => (refused ? [] : [`${key} is left in a box`])),
  );
