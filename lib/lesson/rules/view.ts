import { readScope, type Scope } from "@/lib/lesson/rules/scope";
import { addDays, addMonths, type Day, daysOfWeek, parseDay, parseWeek } from "@/lib/value/calendar";

/** The lists of a day, a week with one of three things down, and a month. */
export const views = ["day", "room", "trainer", "cohort", "month"] as const;
export type By = (typeof views)[number];
/** What stands down in the table of a week. */
export type Rows = Scope["kind"];

export type View = {
  by: By;
  /** The day that is listed, or one of the week or the month. */
  day: Day;
  of: Scope | undefined;
  /** Nothing of it was chosen: a wide page opens with the week, a phone with today's list. */
  opens: boolean;
};

type Query = { by?: unknown; day?: unknown; week?: unknown; of?: unknown };

/** U18: what an address asks to see; a week stands for today where that lies in it, else for its Monday. What is none is left out. */
export function readView({ by, day, week, of }: Query, today: Day): View {
  const found = views.find((one) => one === by);
  const asked = text(day, parseDay) ?? text(week, (typed) => dayIn(typed, today));
  return { by: found ?? "room", day: asked ?? today, of: text(of, readScope), opens: !found && !asked };
}

const text = <Value>(typed: unknown, read: (typed: string) => Value | undefined): Value | undefined =>
  typeof typed === "string" ? read(typed) : undefined;

function dayIn(typed: string, today: Day): Day | undefined {
  const week = parseWeek(typed);
  const days = week ? daysOfWeek(week) : [];
  return days.find((day) => day === today) ?? days[0];
}

/** The day as far on as a view shows at once, one of them later or earlier: a day, a week or a month. */
export function stepFrom({ by, day }: Pick<View, "by" | "day">, step: 1 | -1): Day {
  if (by === "day") return addDays(day, step);
  return by === "month" ? addMonths(day, step) : addDays(day, 7 * step);
}
