import "server-only";
import { z } from "zod";
import { type ArrivalRow, readArrivals } from "@/lib/arrival/queries";
import { id } from "@/lib/command/fields";
import type { Tx } from "@/lib/database/db";
import { coverOf, findCover } from "@/lib/report/queries/cohort-cover";
import { report, wordFor } from "@/lib/report/sheet/report";
import { sitsInLessons, withPlace } from "@/lib/trainee/rules/enrolment-states";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";
import { Sex } from "@/prisma/generated/enums";

const person = {
  number: { kind: "number", width: 5 },
  name: { kind: "text", width: 14 },
  sex: { kind: "text", width: 6 },
  township: { kind: "text", width: 10 },
  village: { kind: "text", width: 14 },
  lastFour: { kind: "text", width: 9 },
} as const;

/** 报到册 of a cohort: everybody with a place, since when each is here, and a line to sign on the opening day. */
export const arrivalReport = report({
  kind: "arrivals",
  permission: "report:export",
  filter: z.object({ cohort: id }),
  columns: {
    ...person,
    arrivedOn: { kind: "text", width: 13 },
    notedBy: { kind: "text", width: 10 },
    signature: { kind: "text", width: 16 },
  },
  async open(tx, { cohort }, { locale }) {
    const found = await openList(tx, cohort, locale);
    if (!found) return null;

    const { people: all, personOf, ...rest } = found;
    const people = all.filter(({ state }) => state !== "NO_SHOW");
    const say = translatorOf(locale);
    return {
      ...rest,
      lines: [
        ...rest.lines,
        say("report.kinds.arrivals.head", { arrived: people.filter(hasCome).length, count: people.length }),
      ],
      count: people.length,
      rows: people.map((one, n) => ({
        ...personOf(one, n),
        arrivedOn: one.arrivedOn ?? (one.knownBy ? say("arrival.ledger") : null),
        notedBy: one.notedBy,
        signature: null,
      })),
      foot: () => [say("report.file.signed")],
    };
  },
});

/** 未报到名单: who was called a no-show, and who is on the roster without having been seen (R26). */
export const noShowReport = report({
  kind: "no-shows",
  permission: "report:export",
  filter: z.object({ cohort: id }),
  columns: { ...person, standing: { kind: "text", width: 14 }, reason: { kind: "text", width: 30 } },
  async open(tx, { cohort }, { locale }) {
    const found = await openList(tx, cohort, locale);
    if (!found) return null;

    const { people, personOf, ...rest } = found;
    const say = translatorOf(locale);
    const away = people.filter(({ state, knownBy }) => state === "NO_SHOW" || (sitsInLessons(state) && !knownBy));
    return {
      ...rest,
      lines: [
        ...rest.lines,
        say("report.kinds.no-shows.head", {
          marked: away.filter(({ state }) => state === "NO_SHOW").length,
          open: away.filter(({ state }) => state !== "NO_SHOW").length,
        }),
      ],
      count: away.length,
      rows: away.map((one, n) => ({
        ...personOf(one, n),
        standing: say(one.state === "NO_SHOW" ? "state.enrolment.NO_SHOW" : "report.kinds.no-shows.open"),
        reason: one.state === "NO_SHOW" ? one.stateReason : null,
      })),
      foot: () => [say("report.file.signed")],
    };
  },
});

const hasCome = ({ knownBy }: ArrivalRow) => knownBy !== null;

/** What both lists have in common: the cover, the people, no-shows among them, and a person's first columns. */
async function openList(tx: Tx, cohortId: string, locale: Locale) {
  const cover = await findCover(tx, cohortId);
  if (!cover) return null;

  const say = translatorOf(locale);
  const { about, official, line } = coverOf(cover, locale);
  const sexes = wordFor(Sex, (sex) => say(`trainee.sex.${sex}`));
  return {
    about,
    official,
    screen: `/cohorts/${cohortId}/arrivals`,
    lines: [line],
    people: await readArrivals(tx, cohortId, [...withPlace, "NO_SHOW"]),
    personOf: ({ name, sex, township, village, lastFour }: ArrivalRow, n: number) => ({
      number: n + 1,
      name,
      sex: sexes[sex],
      township,
      village,
      lastFour,
    }),
  };
}
