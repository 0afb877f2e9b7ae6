import "server-only";
import { holdRoll } from "@/lib/attendance/commands/hold";
import { takeLines } from "@/lib/attendance/commands/lines";
import { atDesk } from "@/lib/attendance/commands/write";
import { nameCells, typedMarks } from "@/lib/attendance/queries/cells";
import { markOf, mostMarks, textsOf } from "@/lib/attendance/rules";
import { type TakeSeveralInput, takeSeveralInput } from "@/lib/attendance/schema";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { Refusal } from "@/lib/refusal/refusal";
import type { AttendanceMark } from "@/prisma/generated/enums";

/**
 * R44–R46: the changed cells of a cohort's sheet, many lessons in one transaction, each as its roll would take it; a note stays with its
 * mark. Refused with all cells by name where one holds nothing that is a mark, and for more than can be written at once.
 */
export const takeSeveral = command({
  verb: "attendance.takeSeveral",
  permission: "attendance:record",
  input: takeSeveralInput,
  async run(tx, actor, { cohortId, changes, reason }) {
    const columns = await columnsOf(tx, changes);
    const lessonIds = [...columns.keys()];
    const cohorts = await tx.lessonCohort.findMany({
      where: { lessonId: { in: lessonIds } },
      select: { cohortId: true },
    });
    // All at once and in their order, so that two sheets with a joint lesson do not wait for each other.
    await hold(tx, "cohorts", ...new Set(cohorts.map((one) => one.cohortId)));

    const lessons: { lessonId: string; taken: number; pending: number }[] = [];
    for (const [lessonId, cells] of columns) {
      const facts = await holdRoll(tx, actor, lessonId);
      const lines = [...cells].map(([traineeId, { mark, seen }]) => {
        const note = facts.people.get(traineeId)?.standing?.note ?? "";
        return { lessonId, traineeId, mark, note, seen };
      });
      const way = { device: atDesk, reason, fieldOf: () => "changes" };
      const { taken, pending } = await takeLines(tx, actor, facts, lines, way);
      lessons.push({ lessonId, taken, pending });
    }
    const sum = (of: "taken" | "pending") => lessons.reduce((all, lesson) => all + lesson[of], 0);
    return { cohortId, lessons, taken: sum("taken"), pending: sum("pending") };
  },
});

/** So many wrong cells are named; the number tells of the others. */
const mostNamed = 20;

type Cells = Map<string, { mark: AttendanceMark; seen: number }>;

/** The marks by lesson and person; a cell that comes twice is nobody's sheet. */
async function columnsOf(tx: Tx, changes: TakeSeveralInput["changes"]): Promise<Map<string, Cells>> {
  const cells = changes.flatMap(({ lessonId, lines }) => lines.map((line) => ({ lessonId, ...line })));
  if (cells.length === 0) throw new Refusal("INPUT_WRONG", { field: "changes", case: "NOTHING_CHANGED" });
  if (cells.length > mostMarks)
    throw new Refusal("INPUT_WRONG", { field: "changes", case: "MANY_MARKS", count: cells.length, most: mostMarks });

  const texts = textsOf(typedMarks());
  const columns = new Map<string, Cells>();
  const unknown: typeof cells = [];
  for (const cell of cells) {
    const mark = markOf(cell.text, texts);
    const column = columns.get(cell.lessonId) ?? new Map();
    columns.set(cell.lessonId, column);
    if (column.has(cell.traineeId)) throw new Refusal("INPUT_WRONG", { field: "changes" });
    if (mark) column.set(cell.traineeId, { mark, seen: cell.seen });
    else unknown.push(cell);
  }
  if (unknown.length > 0)
    throw new Refusal("INPUT_WRONG", {
      field: "changes",
      case: "UNKNOWN_MARKS",
      count: unknown.length,
      cells: await nameCells(tx, unknown.slice(0, mostNamed)),
    });
  return columns;
}
