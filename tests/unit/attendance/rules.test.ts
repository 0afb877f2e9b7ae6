import { expect, test } from "vitest";
import {
  causeOf,
  isSkewed,
  keysOf,
  markOf as markTyped,
  type Place,
  stands,
  textsOf,
  wasThere,
} from "@/lib/attendance/rules";
import { locales, messagesIn } from "@/lib/wording/messages";
import { AttendanceMark } from "@/prisma/generated/enums";

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

const typed = locales().map((locale) => messagesIn(locale).attendance.typed);
const markOf = (text: string) => markTyped(text, textsOf(typed));

test("R46: a mark is typed as its sign, its word or a key, in full width and with spaces too; anything else is none", () => {
  const said = {
    PRESENT: "√ 到 V 1 ｖ",
    LATE: "迟 l 2",
    LEFT_EARLY: "早退 E 3",
    PERSONAL_LEAVE: "事 P 4",
    SICK_LEAVE: "病假 s 5",
  };
  for (const [mark, texts] of Object.entries({ ...said, ABSENT: "○ 〇 o 0 旷课" }))
    expect(texts.split(" ").map(markOf)).toEqual(texts.split(" ").map(() => mark));

  expect([" √ ", "Left early", "　到"].map(markOf)).toEqual(["PRESENT", "LEFT_EARLY", "PRESENT"]);
  expect(["", " ", "?", "6", "到迟", "扎西", "constructor"].map(markOf).filter(Boolean)).toEqual([]);
});

test("R46: each mark has two keys of its own, and its sign in each language is one of its texts", () => {
  const marks = Object.values(AttendanceMark);
  for (const locale of locales()) {
    const { signs, marks: words, typed: own } = messagesIn(locale).attendance;
    const keys = marks.map((mark) => keysOf(mark, own).split(" "));

    expect(new Set(keys.flat()).size).toBe(2 * marks.length);
    for (const [n, mark] of marks.entries())
      expect([...(keys[n] ?? []), signs[mark], words[mark]].map(markOf)).toEqual([mark, mark, mark, mark]);
  }
});

test("a clock that is wrong by more than five minutes is said", () => {
  expect([null, 0, 300, -300].some(isSkewed)).toBe(false);
  expect([301, -301, 86_400].every(isSkewed)).toBe(true);
});
