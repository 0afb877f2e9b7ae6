import "server-only";
import { z } from "zod";
import { id } from "@/lib/command/fields";
import { readCalls } from "@/lib/enrolment/queries/calls";
import { coverOf, findCover } from "@/lib/report/queries/cohort-cover";
import { report } from "@/lib/report/sheet/report";
import { maskPhone } from "@/lib/trainee/rules/mask";
import { translatorOf } from "@/lib/wording/translations";

/** 候补通知名单: whom to call about a freed place, with room for when it was and what was answered (I5). */
export const callReport = report({
  kind: "calls",
  permission: "report:export",
  filter: z.object({ cohort: id }),
  columns: {
    number: { kind: "number", width: 5 },
    standing: { kind: "text", width: 24 },
    name: { kind: "text", width: 14 },
    lastFour: { kind: "text", width: 9 },
    township: { kind: "text", width: 10 },
    village: { kind: "text", width: 12 },
    phone: { kind: "text", width: 14, personal: maskPhone },
    villageContact: { kind: "text", width: 12 },
    called: { kind: "text", width: 12 },
    answer: { kind: "text", width: 18 },
  },
  async open(tx, { cohort: cohortId }, { locale }) {
    const cover = await findCover(tx, cohortId);
    if (!cover) return null;

    const say = translatorOf(locale);
    const { about, official, line } = coverOf(cover, locale);
    const people = await readCalls(tx, cohortId);
    const waiting = people.filter(({ position }) => position !== null).length;
    return {
      about,
      official,
      screen: `/cohorts/${cohortId}/roster`,
      lines: [line, say("report.kinds.calls.head", { promoted: people.length - waiting, waiting })],
      count: people.length,
      rows: people.map(({ position, promotedOn, ...person }, place) => ({
        ...person,
        number: place + 1,
        standing:
          position === null
            ? say("report.kinds.calls.promoted", { at: promotedOn ?? "" })
            : say("report.kinds.calls.waiting", { position }),
        called: null,
        answer: null,
      })),
      foot: () => [say("report.file.signed")],
    };
  },
});
