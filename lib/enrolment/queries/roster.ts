import "server-only";
import type { Locale } from "@/lib/wording/locale";
import { listPeople, type Order } from "./people";

/** 学员花名册: everybody who holds or has used one of the cohort's places (R26). */
export const listRoster = (cohortId: string, locale: Locale, order: Order = "name") =>
  listPeople(cohortId, ["CONFIRMED", "IN_TRAINING", "COMPLETED", "NOT_COMPLETED", "DROPPED"], order, locale);

/** 候补, in the order in which places are given (I5). */
export const listWaiting = (cohortId: string, locale: Locale) => listPeople(cohortId, ["WAITLISTED"], "queue", locale);

/** 报名待确认, in the order they came in. */
export const listApplications = (cohortId: string, locale: Locale) =>
  listPeople(cohortId, ["APPLIED"], "queue", locale);

/** Never came, gave up or was refused: kept for the record, without a place. */
export const listGone = (cohortId: string, locale: Locale) =>
  listPeople(cohortId, ["NO_SHOW", "CANCELLED", "REJECTED"], "queue", locale);
