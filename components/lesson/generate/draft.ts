import type { Query } from "@/components/ui/address";
import { presets } from "@/lib/lesson/rules/half-day";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";

/** What the form of a plan begins with, as text. */
export type PlanDraft = ReturnType<typeof planDraftOf>;

const texts = [
  ...(["amFrom", "amTo", "pmFrom", "pmTo", "order", "firstDay", "theoryTitle", "practiceTitle"] as const),
  ...(["theoryTrainerId", "practiceTrainerId", "theoryClassroomNumber", "practiceClassroomNumber"] as const),
] as const;
type Texts = Record<(typeof texts)[number], string>;

/** An address asks for its own days and times; one that tells nothing begins with the half-days of the house. */
export function planDraftOf(query: Query, known: Partial<Texts>) {
  const isAsked = query.preview !== undefined;
  const one = (name: string): string | undefined => [query[name]].flat()[0];
  const all = (name: string): string[] => [query[name] ?? []].flat();
  const begin: Texts = {
    ...{ amFrom: presets.am.startsAt, amTo: presets.am.endsAt, pmFrom: presets.pm.startsAt, pmTo: presets.pm.endsAt },
    ...{ order: "MIXED", firstDay: "", theoryTitle: "", practiceTitle: "" },
    ...{ theoryTrainerId: "", practiceTrainerId: "", theoryClassroomNumber: "", practiceClassroomNumber: "" },
    ...known,
  };
  const half = (name: "am" | "pm") => (isAsked ? one(name) : "on");
  return {
    ...(Object.fromEntries(texts.map((name) => [name, one(name) ?? begin[name]])) as Texts),
    weekdays: isAsked ? all("weekdays") : ["1", "2", "3", "4", "5"],
    am: half("am"),
    pm: half("pm"),
    holidays: all("holidays"),
  };
}

/** As the plan reads it: theory that names no trainer or classroom has those of practice; off the base there is no classroom (R27). */
export function wishOf(draft: PlanDraft, atBase: boolean) {
  const practice = atBase ? draft.practiceClassroomNumber : noClassroom;
  return {
    ...draft,
    theoryTrainerId: draft.theoryTrainerId || draft.practiceTrainerId,
    practiceClassroomNumber: practice,
    theoryClassroomNumber: (atBase && draft.theoryClassroomNumber) || practice,
  };
}
