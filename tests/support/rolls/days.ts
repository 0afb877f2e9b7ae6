import fc from "fast-check";
import { AttendanceMark } from "@/prisma/generated/enums";
import type { Tap } from "./pages";
import type { Cut } from "./wire";

export type Verb =
  | ("press" | "deliver" | "reload" | "both" | "together" | "twice" | "arrive" | "clock" | "giveUp")
  | ("desk" | "decide" | "move" | "cancel" | "leave" | "overwrite" | "late");

/** What chance decided; every verb takes of it what it needs. */
export type Act = {
  verb: Verb;
  phone: number;
  lesson: number;
  nth: number;
  taps: Tap[];
  /** How far the line reaches; undefined where it holds. */
  cut: Cut | undefined;
  /** A yes or no of the verb: a stale page, adopted, ahead, the page not made anew. */
  flag: boolean;
};

export type PlayedDay = { two: boolean; joint: boolean; acts: Act[] };

/** How often each verb comes up; what changes the roll more often than what ends it. */
const weights: Record<Verb, number> = {
  ...{ press: 32, deliver: 5, reload: 6, both: 2, together: 5, twice: 3, arrive: 3, clock: 2, giveUp: 1 },
  ...{ desk: 12, decide: 7, move: 3, cancel: 2, leave: 3, overwrite: 2, late: 3 },
};

const cut: fc.Arbitrary<Cut> = fc.record({
  good: fc.constantFrom(0, 0, 0, 1, 2),
  how: fc.constantFrom("before", "during", "underway"),
});

const tap: fc.Arbitrary<Tap> = fc.record({
  person: fc.nat(4),
  mark: fc.constantFrom(...Object.values(AttendanceMark)),
  note: fc.constantFrom("", "", "", "路上塌方"),
});

const act: fc.Arbitrary<Act> = fc.record({
  verb: fc.oneof(
    ...Object.entries(weights).map(([verb, weight]) => ({ weight, arbitrary: fc.constant(verb as Verb) })),
  ),
  phone: fc.nat(1),
  lesson: fc.nat(1),
  nth: fc.nat(9),
  taps: fc.array(tap, { minLength: 1, maxLength: 3, size: "max" }),
  cut: fc.option(cut, { freq: 2, nil: undefined }),
  flag: fc.boolean(),
});

const playedDay: fc.Arbitrary<PlayedDay> = fc.record({
  two: fc.boolean(),
  joint: fc.constantFrom(false, false, true),
  acts: fc.array(act, { maxLength: 9, size: "max" }),
});

/** Some days, at whose end the cohort may be closed while both phones still have a roll of the last one in the box. */
export type Story = { days: PlayedDay[]; closes: boolean };

export const storyOf = (longest: number): fc.Arbitrary<Story> =>
  fc.record({
    days: fc.noBias(fc.array(playedDay, { minLength: 1, maxLength: longest, size: "max" })),
    closes: fc.constantFrom(false, false, false, true),
  });
