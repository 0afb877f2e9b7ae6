import "server-only";
import { z } from "zod";
import { id } from "@/lib/command/fields";
import { type Completed, countCompleted, eachCompleted } from "@/lib/completion/queries/roster";
import { findCompletionYear } from "@/lib/completion/queries/year";
import { attendanceRate, finalMark, printedMark, printedRate } from "@/lib/completion/rules";
import { coverOf, findCover } from "@/lib/report/queries/cohort-cover";
import { numbered, report, wordFor } from "@/lib/report/sheet/report";
import { maskIdNumber, maskPhone } from "@/lib/trainee/rules/mask";
import type { Locale } from "@/lib/wording/locale";
import { translatorOf } from "@/lib/wording/translations";
import { Sex } from "@/prisma/generated/enums";

/** 结业花名册 in its prescribed columns (domain.md section 7); who completed, and nobody else. */
const number = { kind: "number", width: 5 } as const;
const columns = {
  name: { kind: "text", width: 11 },
  sex: { kind: "text", width: 5 },
  idNumber: { kind: "text", width: 20, personal: maskIdNumber },
  occupation: { kind: "text", width: 16 },
  level: { kind: "text", width: 7 },
  scheduled: { kind: "number", width: 7 },
  attended: { kind: "number", width: 7 },
  rate: { kind: "percent", width: 8 },
  theory: { kind: "mark", width: 7 },
  practice: { kind: "mark", width: 7 },
  certificateKind: { kind: "text", width: 13 },
  certificate: { kind: "text", width: 15 },
  phone: { kind: "text", width: 13, personal: maskPhone },
  note: { kind: "text", width: 10 },
} as const;

export const completionReport = report({
  kind: "completions",
  permission: "report:export",
  filter: z.object({ cohort: id }),
  columns: { number, ...columns },
  async open(tx, { cohort: cohortId }, { locale }) {
    const cohort = await findCover(tx, cohortId);
    if (!cohort) return null;
    const count = await countCompleted(tx, { cohortId });
    const { about, official, line } = coverOf(cohort, locale);

    return {
      about,
      official,
      screen: `/cohorts/${cohortId}/completion`,
      lines: [line, translatorOf(locale)("report.howPerson")],
      draft: cohort.state !== "CLOSED",
      count,
      rows: numbered(eachCompleted(tx, { cohortId }), cellsIn(locale)),
      foot: () => [translatorOf(locale)("report.file.signed")],
    };
  },
});

/** The same over a year, each with the number of the cohort. */
export const yearCompletionReport = report({
  kind: "year-completions",
  permission: "report:export",
  filter: z.object({ year: z.coerce.number().int().min(1900).max(2100) }),
  columns: { number, cohort: { kind: "text", width: 10 }, ...columns },
  async open(tx, { year }, { locale }) {
    const say = translatorOf(locale);
    const { lines, draft, sums } = await findCompletionYear(tx, year);
    const count = await countCompleted(tx, { year });
    const { completed, completedHeads } = sums.all;
    const cells = cellsIn(locale);

    return {
      about: say("report.year", { year }),
      official: String(year),
      screen: `/reports/completions?year=${year}`,
      lines: [
        say("report.kinds.year-completions.head", { year, cohorts: lines.length, completed, completedHeads }),
        say("report.howPerson"),
      ],
      draft,
      count,
      rows: numbered(eachCompleted(tx, { year }), (person) => ({ cohort: person.cohort, ...cells(person) })),
      foot: () => [say("report.file.signed")],
    };
  },
});

function cellsIn(locale: Locale) {
  const say = translatorOf(locale);
  const sexes = wordFor(Sex, (sex) => say(`trainee.sex.${sex}`));
  const [certificate, madeUp] = [say("report.certificate"), say("report.madeUp")];
  return (person: Completed) => {
    const rate = attendanceRate(person);
    return {
      name: person.name,
      sex: sexes[person.sex],
      idNumber: person.idNumber,
      occupation: person.occupation,
      level: person.level,
      scheduled: person.scheduled,
      attended: person.attended,
      rate: rate === null ? null : printedRate(rate),
      theory: markOf(finalMark(person, "theory")),
      practice: markOf(finalMark(person, "practice")),
      certificateKind: person.certificate && certificate,
      certificate: person.certificate,
      phone: person.phone,
      note: person.makeUp && madeUp,
    };
  };
}

const markOf = (mark: number | null) => (mark === null ? null : printedMark(mark));
