import type { Day } from "@/lib/value/calendar";

/** A lesson as a calendar keeps it; its texts are in the language of the owner. */
export type CalendarEvent = {
  /** The same for the life of the lesson. */
  id: string;
  /** Grows with each change, so that a calendar takes the newer one. */
  version: number;
  changedAt: Date;
  day: Day;
  startsAt: string;
  endsAt: string;
  isCancelled: boolean;
  summary: string;
  place: string;
  description: string;
};

/** RFC 5545: a calendar to be fetched again and again, in the times of Asia/Shanghai. */
export function icsOf(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Qingyang-Derong Training Base//Timetable//ZH",
    "CALSCALE:GREGORIAN",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${zone}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
    "X-PUBLISHED-TTL:PT4H",
    ...timeZone,
    ...events.flatMap(linesOf),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const zone = "Asia/Shanghai";

/** China has had no summer time since 1991; with this a calendar without lessons has the one part it needs. */
const timeZone = [
  "BEGIN:VTIMEZONE",
  `TZID:${zone}`,
  "BEGIN:STANDARD",
  "DTSTART:19910915T020000",
  "TZOFFSETFROM:+0900",
  "TZOFFSETTO:+0800",
  "TZNAME:CST",
  "END:STANDARD",
  "END:VTIMEZONE",
];

function linesOf({ id, version, changedAt, day, startsAt, endsAt, isCancelled, ...texts }: CalendarEvent): string[] {
  const changed = `${changedAt.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  return [
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${version}`,
    `DTSTART;TZID=${zone}:${localTime(day, startsAt)}`,
    `DTEND;TZID=${zone}:${localTime(day, endsAt)}`,
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `SUMMARY:${escaped(texts.summary)}`,
    `LOCATION:${escaped(texts.place)}`,
    `DESCRIPTION:${escaped(texts.description)}`,
    "END:VEVENT",
  ];
}

const localTime = (day: Day, clock: string): string => `${day.replaceAll("-", "")}T${clock.replace(":", "")}00`;

/** RFC 5545, 3.3.11: signs that mean something are told, lines are joined; a calendar holds no other control character. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

const longest = 75;

/** RFC 5545, 3.1: a line of more than 75 octets goes on after a space in the next, and no character is cut in two. */
function folded(line: string): string {
  let [text, octets] = ["", 0];
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > longest) [text, octets] = [`${text}\r\n `, 1];
    text += character;
    octets += size;
  }
  return text;
}
