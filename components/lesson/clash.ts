import type { Offer } from "@/lib/lesson/rules/alternatives";
import { halfOf } from "@/lib/lesson/rules/half-day";
import { noClassroom } from "@/lib/lesson/rules/no-classroom";
import type { Answer, Typed } from "@/lib/refusal/answer";
import type { Figures } from "@/lib/refusal/refusal";

/** What a refused booking tells: both sides, and the ways out that were free at that moment. */
export type Clash = {
  figures: Figures;
  typed: Typed;
  offers: Offer[];
  /** The wanted lesson's, and those of the lesson in the way, as number and title. */
  cohorts: readonly unknown[];
  others: readonly unknown[];
};

export const signs = ["①", "②", "③"];

export function clashOf(answer: Answer): Clash | null {
  if (answer.state !== "refused" || !answer.lists.offers) return null;
  const { figures, lists, typed } = answer;
  return {
    figures,
    typed,
    offers: lists.offers as Offer[],
    cohorts: lists.cohorts ?? [],
    others: lists.otherCohorts ?? [],
  };
}

/** The half-day and classroom an offer stands in, as the table names its cells. */
export const slotOf = ({ classroom, day, startsAt }: Offer): string =>
  slot(classroom?.number ?? 0, day, halfOf(startsAt));
export const slot = (classroom: number | string, day: string, half: string): string => `${classroom} ${day} ${half}`;

/** Opens the form again with everything typed and the offer's time and classroom. */
export function offerHref(
  path: string,
  typed: Typed,
  offer: Pick<Offer, "classroom" | "day" | "startsAt" | "endsAt">,
): string {
  const query = new URLSearchParams();
  for (const id of [typed.cohortIds ?? []].flat()) query.append("cohort", id);
  for (const name of ["title", "kind"]) if (typeof typed[name] === "string") query.set(name, typed[name]);
  if (typeof typed.trainerId === "string") query.set("trainer", typed.trainerId);
  query.set("classroom", offer.classroom ? String(offer.classroom.number) : noClassroom);
  for (const name of ["day", "startsAt", "endsAt"] as const) query.set(name, offer[name]);
  return `${path}?${query}`;
}
