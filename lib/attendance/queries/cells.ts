import "server-only";
import { z } from "zod";
import type { TypedAs } from "@/lib/attendance/rules";
import type { Tx } from "@/lib/database/db";
import { rows } from "@/lib/database/rows";
import { locales, messagesIn } from "@/lib/wording/messages";
import { Prisma } from "@/prisma/generated/client";

/** What a mark may be typed as in every language that has a folder. */
export const typedMarks = (): TypedAs[] => locales().map((locale) => messagesIn(locale).attendance.typed);

type Cell = { lessonId: string; traineeId: string; text: string };

const named = z.object({
  n: z.number(),
  name: z.string().nullable(),
  day: z.string().nullable(),
  startsAt: z.string().nullable(),
});

/** Cells of a sheet as a reader finds them: whose row, which lesson's column, and what stands there. */
export async function nameCells(tx: Tx, cells: readonly Cell[]): Promise<string[]> {
  const found = await rows(
    tx,
    named,
    Prisma.sql`
    SELECT c.n::int, t.name, to_char(l.day, 'MM-DD') AS day, l.starts_at
    FROM unnest(${cells.map(({ lessonId }) => lessonId)}::uuid[], ${cells.map(({ traineeId }) => traineeId)}::uuid[])
      WITH ORDINALITY AS c (lesson_id, trainee_id, n)
    LEFT JOIN lessons l ON l.id = c.lesson_id LEFT JOIN trainees t ON t.id = c.trainee_id ORDER BY c.n`,
  );
  return found.map(({ n, name, day, startsAt }) =>
    [name, day, startsAt, `“${cells[n - 1]?.text ?? ""}”`].filter(Boolean).join(" "),
  );
}
