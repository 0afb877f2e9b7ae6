import { presets } from "@/lib/lesson/rules/half-day";
import { parseDay } from "@/lib/value/calendar";
import { parseClock } from "@/lib/value/clock";
import type { LessonDraft } from "./lesson-fields";

type Query = Record<string, string | string[] | undefined>;

/** What an address tells about a lesson to be booked; a short name is a link's, a long one a form's own. */
export function draftOf(query: Query, known: Partial<LessonDraft> = {}): LessonDraft {
  const one = (...names: string[]) => names.map((name) => [query[name]].flat()[0]).find(Boolean);
  const preset = presets[one("half") === "pm" ? "pm" : "am"];
  const cohortIds = [query.cohort ?? [], query["cohortIds[]"] ?? []].flat();

  return {
    cohortIds: cohortIds.length > 0 ? cohortIds : (known.cohortIds ?? []),
    title: one("title") ?? known.title ?? "",
    kind: one("kind") ?? known.kind ?? "PRACTICE",
    classroomNumber: one("classroom", "classroomNumber") ?? known.classroomNumber ?? "",
    trainerId: one("trainer", "trainerId") ?? known.trainerId ?? "",
    day: parseDay(one("day") ?? "") ?? known.day ?? "",
    startsAt:
      parseClock(one("startsAt") ?? "") ?? (one("half") ? preset.startsAt : (known.startsAt ?? preset.startsAt)),
    endsAt: parseClock(one("endsAt") ?? "") ?? (one("half") ? preset.endsAt : (known.endsAt ?? preset.endsAt)),
  };
}

/** The address parts a free cell keeps, so that picking another cell does not lose cohort, trainer and subject. */
export function keptOf({ cohortIds, title, kind, trainerId }: LessonDraft): string {
  const query = new URLSearchParams(cohortIds.map((id) => ["cohort", id]));
  if (title) query.set("title", title);
  if (trainerId) query.set("trainer", trainerId);
  query.set("kind", kind);
  return `&${query}`;
}
