import { AsyncLocalStorage } from "node:async_hooks";
import type { Refusal } from "@/lib/refusal/refusal";

/** One request from its first byte to its answer: whether the database was away for it, and the form it brought. */
export type Visit = { away: boolean; form: [name: string, value: string][] };

const key = Symbol.for("portal.visit");
const here = globalThis as { [key]?: AsyncLocalStorage<Visit> };

/** Next bundles pages, proxy and start-up apart, each with modules of its own: what all of them see hangs on the process. */
const visits = here[key] ?? new AsyncLocalStorage<Visit>();
here[key] = visits;

export const duringVisit = <T>(visit: Visit, work: () => T): T => visits.run(visit, work);

/** Whatever page meets it cannot answer with a state of its own; the door does it for all of them. */
export function noteAway(refusal: Refusal): Refusal {
  const visit = visits.getStore();
  if (visit && (refusal.refusal === "UNAVAILABLE" || refusal.refusal === "BUSY")) visit.away = true;
  return refusal;
}

/** What was typed where no script runs, kept until the answer is on its way. */
export function noteForm(form: FormData): void {
  const visit = visits.getStore();
  if (visit) visit.form = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
}
