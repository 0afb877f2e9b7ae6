import "server-only";
import type { Tx } from "@/lib/database/db";
import { left, withPlace } from "@/lib/trainee/rules/enrolment-states";
import type { Locale } from "@/lib/wording/locale";
import { type EnrolledPerson, eachPerson, listPeople, type Order } from "./people";

/** 学员花名册, everybody who holds or has used one of the cohort's places, and 候补 in the order in which places are given (I5). */
export async function listRosterAndWaiting(cohortId: string, locale: Locale, order: Order = "name") {
  const people = await listPeople(cohortId, [...withPlace, "WAITLISTED"], order, locale);
  const waits = ({ state }: EnrolledPerson) => state === "WAITLISTED";
  return { roster: people.filter((person) => !waits(person)), waiting: people.filter(waits) };
}

/** The roster for a file, with the numbers open, and how many stand on it. */
export const eachOnRoster = (tx: Tx, cohortId: string, locale: Locale, order: Order = "name") =>
  eachPerson(tx, { cohortId, states: withPlace, order, locale });
export const countRoster = (tx: Tx, cohortId: string) =>
  tx.enrolment.count({ where: { cohortId, state: { in: [...withPlace] } } });

/** 报名待确认, in the order they came in. */
export const listApplications = (cohortId: string, locale: Locale) =>
  listPeople(cohortId, ["APPLIED"], "queue", locale);

/** Never came, gave up or was refused: kept for the record, without a place. */
export const listGone = (cohortId: string, locale: Locale) => listPeople(cohortId, left, "queue", locale);
