import "server-only";
import type { Locale } from "@/lib/wording/locale";
import { type EnrolledPerson, listPeople, type Order } from "./people";

/** 学员花名册, everybody who holds or has used one of the cohort's places (R26), and 候补 in the order in which places are given (I5). */
export async function listRosterAndWaiting(cohortId: string, locale: Locale, order: Order = "name") {
  const states = ["CONFIRMED", "IN_TRAINING", "COMPLETED", "NOT_COMPLETED", "DROPPED", "WAITLISTED"] as const;
  const people = await listPeople(cohortId, [...states], order, locale);
  const waits = ({ state }: EnrolledPerson) => state === "WAITLISTED";
  return { roster: people.filter((person) => !waits(person)), waiting: people.filter(waits) };
}

/** 报名待确认, in the order they came in. */
export const listApplications = (cohortId: string, locale: Locale) =>
  listPeople(cohortId, ["APPLIED"], "queue", locale);

/** Never came, gave up or was refused: kept for the record, without a place. */
export const listGone = (cohortId: string, locale: Locale) =>
  listPeople(cohortId, ["NO_SHOW", "CANCELLED", "REJECTED"], "queue", locale);
