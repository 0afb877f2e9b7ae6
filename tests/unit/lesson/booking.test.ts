import { expect, test } from "vitest";
import { type CohortState, cohortArrows, editableOf, noEditing } from "@/lib/cohort/rules/states";
import { noEnrolling } from "@/lib/enrolment/rules/timing";
import { noBooking } from "@/lib/lesson/rules/booking";
import { day } from "@/lib/value/calendar";

const states = Object.keys(cohortArrows) as CohortState[];
const first = day("2018-08-06");
const cohort = (state: CohortState) => ({
  number: "2018-009",
  state,
  trainingDays: [first, day("2018-08-07"), day("2018-08-08")],
  figures: () => 2,
});

test("R34: the page of a cohort that enrols nobody says so by the rule of the command", () => {
  expect(states.filter((state) => noEnrolling(cohort(state), first))).toEqual([
    "EXAM",
    "CLOSED",
    "REJECTED",
    "CANCELLED",
  ]);
  expect(noEnrolling(cohort("IN_PROGRESS"), day("2018-08-08"))).toMatchObject({ refusal: "TOO_LATE" });
  expect(noEnrolling(cohort("CLOSED"), first)).toMatchObject({ refusal: "COHORT_NOT_OPEN" });
});

test("I15: what is over is neither booked nor edited, and the reason names the state", () => {
  expect(states.filter((state) => noBooking(cohort(state)))).toEqual(["CLOSED", "REJECTED", "CANCELLED"]);
  expect(states.filter((state) => noEditing(cohort(state)))).toEqual(states.filter((state) => !editableOf(state)));
  expect(noBooking(cohort("CLOSED"))?.figures).toEqual({ case: "BOOK_OVER", number: "2018-009", state: "CLOSED" });
});
