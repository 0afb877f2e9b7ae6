import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ageDecision,
  capacityBand,
  type EnrolmentState,
  enrolmentArrows,
  isRepeat,
  lateEnrolment,
  proposesNoShow,
  subsidyCount,
  transferDecision,
} from "@/lib/enrolment/rules/states";
import { hasOutcome, sitsInLessons } from "@/lib/trainee/rules/enrolment-states";
import { day } from "@/lib/value/calendar";

const states = Object.keys(enrolmentArrows) as EnrolmentState[];
const trainingDays = ["2018-08-06", "2018-08-07", "2018-08-09", "2018-08-10"].map(day);

test("I15: an enrolment leaves no final state, and a cancelled one does not come back", () => {
  const final: EnrolmentState[] = ["DROPPED", "REJECTED", "CANCELLED", "NO_SHOW"];

  // R53: an outcome registered by mistake goes back into training, and nowhere else.
  expect([enrolmentArrows.COMPLETED, enrolmentArrows.NOT_COMPLETED]).toEqual([["IN_TRAINING"], ["IN_TRAINING"]]);
  expect(final.flatMap((from) => [...enrolmentArrows[from]])).toEqual([]);
  expect(states.flatMap((from) => [...enrolmentArrows[from]])).toHaveLength(16);
});

test("R34: free before the start, with approval on the first two training days, then too late", () => {
  const decide = (today: string) => lateEnrolment(day(today), trainingDays, 2);

  expect(decide("2018-08-05")).toBe("open");
  expect([decide("2018-08-06"), decide("2018-08-07")]).toEqual(["needs approval", "needs approval"]);
  expect(decide("2018-08-08")).toBe("too late");
  expect(lateEnrolment(day("2018-08-08"), [], 2)).toBe("open");
  expect(lateEnrolment(day("2018-08-07"), [day("2018-08-06")], 2)).toBe("too late");
});

test("R28: a transfer is free through the second training day", () => {
  expect(transferDecision(day("2018-08-07"), trainingDays, 2)).toBe("free");
  expect(transferDecision(day("2018-08-08"), trainingDays, 2)).toBe("needs approval");
});

test("R26: no-show is proposed after the third training day without any attendance", () => {
  expect(proposesNoShow(day("2018-08-09"), trainingDays, 0, 3)).toBe(false);
  expect(proposesNoShow(day("2018-08-10"), trainingDays, 0, 3)).toBe(true);
  expect(proposesNoShow(day("2018-08-10"), trainingDays, 1, 3)).toBe(false);
  expect(proposesNoShow(day("2018-08-10"), [], 0, 3)).toBe(false);
});

test("R6–R8: age refuses, asks for a guardian, or takes the subsidy away", () => {
  const limits = { minimumAge: 16, upperMonths: { MALE: 720, FEMALE: 660 } };
  const decide = (birthDay: string, hasGuardian = false) =>
    ageDecision({ birthDay: day(birthDay), sex: "FEMALE", hasGuardian }, day("2018-08-20"), limits);

  expect(decide("2002-08-21", true)).toBe("under age");
  expect(decide("2002-08-20")).toBe("guardian missing");
  expect(decide("2002-08-20", true)).toBe("open");
  expect(decide("1990-06-15")).toBe("open");
  expect(decide("1963-08-20")).toBe("open");
  expect(decide("1963-08-19")).toBe("not subsidised");
});

test("R32: three subsidised skill courses a year with a warning from the second, one of entrepreneurship", () => {
  expect([0, 1, 2, 3].map((earlier) => subsidyCount(earlier, 3, 2))).toEqual(["open", "warning", "warning", "refused"]);
  expect([0, 1].map((earlier) => subsidyCount(earlier, 1, 2))).toEqual(["open", "refused"]);
});

test("R33: the same occupation and level, or the same entrepreneurship type, is a repeat", () => {
  const cook = (level: string) => ({ subject: "4-03-02-01", level });
  const cooking = { courseId: "a", kind: "SKILL", subject: "4-03-02-01", occupations: [cook("5")] } as const;
  const syb = { courseId: "b", kind: "ENTREPRENEURSHIP", subject: "SYB", occupations: [] } as const;
  const weaving = { courseId: "c", kind: "SKILL", subject: null, occupations: [] } as const;
  const combined = { ...syb, courseId: "g", occupations: [cook("5")] };

  expect(isRepeat({ ...cooking, courseId: "d" }, [cooking])).toBe(true);
  expect(isRepeat({ ...cooking, courseId: "d", occupations: [cook("4")] }, [cooking])).toBe(false);
  expect(isRepeat({ ...syb, courseId: "e" }, [cooking, syb])).toBe(true);
  expect(isRepeat({ ...syb, courseId: "e", subject: "IYB" }, [syb])).toBe(false);
  expect(isRepeat({ ...weaving, courseId: "f" }, [weaving])).toBe(false);
  expect(isRepeat(weaving, [weaving])).toBe(true);
  expect(isRepeat(syb, [])).toBe(false);
  // A combined course is a repeat of each half, and each half of it.
  expect([isRepeat(cooking, [combined]), isRepeat(combined, [cooking]), isRepeat(syb, [combined])]).toEqual([
    true,
    true,
    true,
  ]);
  expect(isRepeat({ ...cooking, occupations: [cook("4")] }, [{ ...combined, subject: null }])).toBe(false);
});

test("R23, U19: notice from 80 percent, warning from 90, full at capacity", () => {
  const band = (used: number) => capacityBand(used, 2_000, { noticePercent: 80, warningPercent: 90 });

  expect([0, 1_599, 1_600, 1_799, 1_800, 1_999, 2_000].map(band)).toEqual([
    "free",
    "free",
    "notice",
    "notice",
    "warning",
    "warning",
    "full",
  ]);
});

test("R23: the more is used, the higher the band", () => {
  const order = ["free", "notice", "warning", "full"];
  const rank = (used: number, capacity: number) =>
    order.indexOf(capacityBand(used, capacity, { noticePercent: 80, warningPercent: 90 }));
  fc.assert(
    fc.property(fc.nat(3_000), fc.nat(3_000), (used, capacity) => rank(used, capacity) <= rank(used + 1, capacity)),
  );
});

test("R31, R48: lessons are for those who have a place and no outcome yet", () => {
  expect(states.filter(sitsInLessons)).toEqual(["CONFIRMED", "IN_TRAINING"]);
  expect(states.filter(hasOutcome)).toEqual(["COMPLETED", "NOT_COMPLETED"]);
});
