import "server-only";
import { getMessages } from "next-intl/server";
import type { PhoneWords } from "@/components/attendance/roll-phone";
import type { RollRow, RollWords } from "@/components/attendance/roll-rows";
import type { Roll, RollPerson } from "@/lib/attendance/queries/roll";
import { isSkewed } from "@/lib/attendance/rules";
import { minuteOfInstant } from "@/lib/value/clock";
import { sentences } from "@/lib/wording/lookup";
import { getTranslations } from "@/lib/wording/translations";
import { AttendanceMark } from "@/prisma/generated/enums";

/** The lines of a roll as the browser gets them: names and last four digits, nothing else of the person. */
export async function rollRows({ people, typed }: Pick<Roll, "people" | "typed">): Promise<RollRow[]> {
  const t = await getTranslations("attendance.roll");
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    place: `…${person.lastFour}`,
    mark: person.mark ?? person.leave ?? "PRESENT",
    note: person.note ?? "",
    version: person.version ?? 0,
    status: statusOf(person, t as unknown as Say),
    waiting: person.mark === null,
    fixed: !person.open || typed,
  }));
}

type Say = (key: string, values?: Record<string, string | number>) => string;

/** Who marked the person and when, how wrong the phone's clock was, and whether another mark waits for a word. */
function statusOf({ mark, markedBy, markedAt, skewSeconds, pending, leave }: RollPerson, say: Say): string {
  const skewed = isSkewed(skewSeconds)
    ? say("skew", {
        seconds: (skewSeconds ?? 0) > 0 ? "slow" : "fast",
        minutes: Math.round(Math.abs(skewSeconds ?? 0) / 60),
      })
    : "";
  const said = mark
    ? say("saved", { who: markedBy ?? "", at: markedAt ? minuteOfInstant(markedAt) : "" })
    : say(leave ? "onLeave" : "waiting");
  return [said, skewed, pending > 0 ? say("pendingHere") : ""].filter(Boolean).join(" · ");
}

export async function rollWords(): Promise<RollWords> {
  const { attendance } = await getMessages();
  const { marks, short, roll } = attendance;
  return {
    marks: Object.values(AttendanceMark).map((mark) => [mark, short[mark], marks[mark]]),
    bar: await sentences(roll.bar),
    mark: await sentences(roll.mark),
    note: roll.note,
    noteOf: await sentences(roll.noteOf),
  };
}

/** The same with what the phone page says of its box. */
export async function phoneWords(): Promise<PhoneWords> {
  const { roll } = (await getMessages()).attendance;
  const { unsaved, queued, sent, sending, heldBack, seePending, refusedHere, drop, dropSure, others, signIn, save } =
    roll;
  const said = { unsaved, queued, sent, sending, heldBack, seePending, refusedHere, drop, dropSure, others, signIn };
  return { ...(await rollWords()), save, states: await sentences(said) };
}
