import { expect, test } from "vitest";
import { type CalendarEvent, icsOf } from "@/lib/calendar-feed/rules/ics";
import { columnsOf, mayFollow, scopeOf } from "@/lib/calendar-feed/rules/reach";
import { pathToLog } from "@/lib/log";
import { day } from "@/lib/value/calendar";
import type { Role } from "@/prisma/generated/enums";

const event: CalendarEvent = {
  id: "01980000-0000-7000-8000-000000000001",
  version: 3,
  changedAt: new Date("2018-08-20T01:02:03.456Z"),
  day: day("2018-08-22"),
  startsAt: "09:00",
  endsAt: "12:00",
  isCancelled: false,
  summary: "皮肤护理 2018-002",
  place: "107 美容实训室",
  description: "2018-002 美容师\n教师：李蓉",
};
const linesOf = (ics: string) => ics.replace(/\r\n /g, "").split("\r\n");

test("RFC 5545: a lesson has its own name for life, its version, its time in Shanghai and its state", () => {
  const lines = linesOf(icsOf("基地 全部课", [event]));

  expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
  expect(lines).toEqual(
    expect.arrayContaining([
      "UID:01980000-0000-7000-8000-000000000001",
      "SEQUENCE:3",
      "DTSTAMP:20180820T010203Z",
      "DTSTART;TZID=Asia/Shanghai:20180822T090000",
      "DTEND;TZID=Asia/Shanghai:20180822T120000",
      "STATUS:CONFIRMED",
      "DESCRIPTION:2018-002 美容师\\n教师：李蓉",
    ]),
  );
  expect(linesOf(icsOf("x", [{ ...event, isCancelled: true }]))).toContain("STATUS:CANCELLED");
  expect(lines.slice(-2)).toEqual(["END:VCALENDAR", ""]);
});

test("RFC 5545: a calendar without lessons still has a part", () => {
  const lines = linesOf(icsOf("x", []));

  expect(lines.filter((line) => line.startsWith("BEGIN:"))).toEqual([
    "BEGIN:VCALENDAR",
    "BEGIN:VTIMEZONE",
    "BEGIN:STANDARD",
  ]);
});

test("RFC 5545: what people typed cannot end its line or begin another", () => {
  const typed = 'a;b,c\\d\r\nBEGIN:VEVENT\rx\u0000\u0007"';

  const lines = linesOf(icsOf(typed, [{ ...event, summary: typed }]));

  expect(lines).toContain('SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VEVENT\\nx"');
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
});

test("RFC 5545: no line has more than 75 octets, and no character of a folded one is cut", () => {
  const summary = `${"扎西·降措𠮷".repeat(40)}end`;

  const ics = icsOf("x", [{ ...event, summary }]);

  const sizes = ics.split("\r\n").map((line) => Buffer.byteLength(line));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
  expect(sizes.filter((size) => size > 70).length).toBeGreaterThan(5);
  expect(linesOf(ics)).toContain(`SUMMARY:${summary}`);
  expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

test("U18: whoever sees the timetable may follow each part of it, a trainer the own lessons only, others nothing", () => {
  const [own, other] = ["01980000-0000-7000-8000-00000000000a", "01980000-0000-7000-8000-00000000000b"];
  const may = (role: Role, of: Parameters<typeof mayFollow>[1]) => mayFollow({ role, trainerId: own }, of);

  expect([may("BASE_STAFF", null), may("AUDITOR", { kind: "trainer", id: other })]).toEqual([true, true]);
  expect([may("TRAINER", { kind: "trainer", id: own }), may("TRAINER", { kind: "trainer", id: other })]).toEqual([
    true,
    false,
  ]);
  expect([may("TRAINER", null), may("TRAINER", { kind: "room", id: "7" })]).toEqual([false, false]);
  expect([may("AID_OFFICER", null), may("SEC_ADMIN", null), may("TOWNSHIP_CLERK", null)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(mayFollow({ role: "TRAINER" }, { kind: "trainer", id: own })).toBe(false);
});

test("a scope comes back from the columns it is kept in", () => {
  for (const of of [
    null,
    { kind: "room", id: "7" },
    { kind: "trainer", id: "x" },
    { kind: "cohort", id: "y" },
  ] as const)
    expect(scopeOf(columnsOf(of))).toEqual(of);
});

test("I31: the log holds no secret of an address", () => {
  expect(pathToLog("/calendar/Abc_-123.ics?x=1")).toBe("/calendar/…");
  expect(pathToLog("/calendar/a/b\nc.ics")).toBe("/calendar/…");
  expect(pathToLog("/set-up/secret")).toBe("/set-up/…");
  expect(pathToLog("/cohorts/1?q=name")).toBe("/cohorts/1");
});
