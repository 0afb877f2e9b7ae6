import "server-only";
import { z } from "zod";
import { listClassrooms } from "@/lib/classroom/queries";
import { fits, lackOf, type Need } from "@/lib/classroom/rules";
import { db, type Tx } from "@/lib/database/db";
import { type Question, together } from "@/lib/database/together";
import { Prisma } from "@/prisma/generated/client";
import type { LessonKind } from "@/prisma/generated/enums";

/** What the practice of these cohorts needs of a classroom, course by course; theory needs nothing, and unknown cohorts neither. */
export async function listNeeds(
  cohortIds: readonly string[],
  kind: LessonKind = "PRACTICE",
  tx: Tx = db,
): Promise<Need[]> {
  const ids = cohortIds.filter((id) => z.uuid().safeParse(id).success);
  if (kind === "THEORY" || ids.length === 0) return [];
  const courses = await tx.course.findMany({
    where: { cohorts: { some: { id: { in: ids } } } },
    orderBy: { code: "asc" },
    select: { practiceKinds: true, practiceEquipment: true },
  });
  return courses.map(({ practiceKinds, practiceEquipment }) => ({
    kinds: practiceKinds,
    equipment: practiceEquipment,
  }));
}

type Placed = { kind: LessonKind; classroomNumber: number | null };

/** A classroom of lessons and what it lacks for them, in words. */
export type RoomLack = { number: number; room: string; kinds: string[]; equipment: string[] };

/** The classrooms of these lessons that lack what the practice of the cohorts needs, each once. */
export async function listLacks(
  tx: Tx,
  language: string,
  cohortIds: readonly string[],
  lessons: readonly Placed[],
): Promise<RoomLack[]> {
  const wanted = lessons.filter(({ kind }) => kind === "PRACTICE").map(({ classroomNumber }) => classroomNumber);
  const needs = wanted.some((number) => number !== null) ? await listNeeds(cohortIds, "PRACTICE", tx) : [];
  const unfit = needs.length === 0 ? [] : (await listClassrooms(tx)).filter((room) => !fits(room, needs));
  const lacking = unfit.filter(({ number }) => wanted.includes(number));
  if (lacking.length === 0) return [];

  const { words } = await together(tx, { words: wordsIn(language) });
  const wordOf = (kind: string) => (code: string) =>
    words.find((one) => one.kind === kind && one.code === code)?.label ?? code;
  return lacking.map((room) => {
    const lack = lackOf(room, needs);
    return {
      number: room.number,
      room: `${room.label} ${room.name}`,
      kinds: lack.kinds.map(wordOf("CLASSROOM_KIND")),
      equipment: lack.equipment.map(wordOf("EQUIPMENT")),
    };
  });
}

/** Of them those that concern one lesson. */
export const lacksOf = (lacks: readonly RoomLack[], { kind, classroomNumber }: Placed): RoomLack[] =>
  kind === "PRACTICE" ? lacks.filter(({ number }) => number === classroomNumber) : [];

const word = z.object({ kind: z.string(), code: z.string(), label: z.string() });

/** Asked here and not of the code tables' own reading: that asks the request for its language, and a command has no request. */
const wordsIn = (language: string): Question<typeof word> => ({
  asks: Prisma.sql`
    SELECT kind, code, CASE WHEN ${language} = 'en' THEN en ELSE zh END AS label FROM code_items
    WHERE kind IN ('CLASSROOM_KIND', 'EQUIPMENT')`,
  shape: word,
});

const used = z.array(z.object({ number: z.number(), lessons: z.number() }));

/** How many practice lessons of a cohort stand in classrooms that lack what its course needs. */
export async function countUnfit(tx: Tx, cohortId: string): Promise<number> {
  const needs = await listNeeds([cohortId], "PRACTICE", tx);
  const taught = used.parse(
    await tx.$queryRaw`
    SELECT l.classroom_number AS number, count(*)::int AS lessons FROM lesson_cohorts lc JOIN lessons l ON l.id = lc.lesson_id
    WHERE lc.cohort_id = ${cohortId}::uuid AND NOT lc.cancelled AND l.kind = 'PRACTICE' AND l.classroom_number IS NOT NULL
    GROUP BY l.classroom_number`,
  );
  const rooms = await listClassrooms(tx);
  return taught
    .filter(({ number }) => rooms.some((room) => room.number === number && !fits(room, needs)))
    .reduce((sum, { lessons }) => sum + lessons, 0);
}
