import { expect, test } from "vitest";
import { causeOf, isSkewed, type Place, stands, staysAway, wasThere } from "@/lib/attendance/rules";

const place = (change: Partial<Place> = {}): Place => ({
  cancelled: false,
  over: false,
  expected: true,
  open: true,
  standing: null,
  ...change,
});
const wanted = { mark: "ABSENT", note: "", seen: 0 } as const;

test("I36: what cannot be mended is named before what can", () => {
  const standing = { mark: "PRESENT", note: "", version: 1 } as const;

  expect(causeOf(place(), wanted)).toBeUndefined();
  expect(causeOf(place({ over: true }), wanted)).toBe("LATE");
  expect(causeOf(place({ over: true, standing }), wanted)).toBe("OTHER_FIRST");
  expect(causeOf(place({ standing }), { ...wanted, seen: 1 })).toBeUndefined();
  expect(causeOf(place({ open: false, standing }), wanted)).toBe("CLOSED");
  expect(causeOf(place({ expected: false, open: false }), wanted)).toBe("MOVED");
  expect(causeOf(place({ cancelled: true, expected: false }), wanted)).toBe("CANCELLED");
});

test("I26: a mark that stands already is no change, a note is one", () => {
  const standing = { mark: "ABSENT", note: "", version: 3 } as const;

  expect(stands(place({ standing }), wanted)).toBe(true);
  expect(stands(place({ standing }), { ...wanted, note: "家中有事" })).toBe(false);
  expect(stands(place(), wanted)).toBe(false);
});

test("R46: late and early are there, leave and absence are not", () => {
  expect((["PRESENT", "LATE", "LEFT_EARLY"] as const).every(wasThere)).toBe(true);
  expect((["PERSONAL_LEAVE", "SICK_LEAVE", "ABSENT"] as const).some(wasThere)).toBe(false);
});

test("two absences in a row are seen; leave between them, or a roll that lacks them, is none", () => {
  expect(staysAway(["PRESENT", "ABSENT", "ABSENT"])).toBe(true);
  expect(staysAway(["ABSENT", null, "ABSENT", null])).toBe(true);
  expect(staysAway(["ABSENT", "ABSENT", "PRESENT"])).toBe(false);
  expect(staysAway(["ABSENT", "SICK_LEAVE"])).toBe(false);
  expect(staysAway(["ABSENT"])).toBe(false);
});

test("a clock that is wrong by more than five minutes is said", () => {
  expect([null, 0, 300, -300].some(isSkewed)).toBe(false);
  expect([301, -301, 86_400].every(isSkewed)).toBe(true);
});
