import "server-only";
import { z } from "zod";
import { isPreparing } from "@/lib/cohort/rules/states";
import { id } from "@/lib/command/fields";
import { countRoster, eachOnRoster } from "@/lib/enrolment/queries/roster";
import { rosterOrder } from "@/lib/enrolment/schema";
import { saidRun } from "@/lib/report/queries/cohort-cover";
import { numbered, report, wordFor } from "@/lib/report/sheet/report";
import { maskIdNumber, maskPhone } from "@/lib/trainee/rules/mask";
import { dayFromDate } from "@/lib/value/calendar";
import { translatorOf } from "@/lib/wording/translations";
import { Sex } from "@/prisma/generated/enums";

/** 学员花名册 (domain.md section 7); a draft until the opening is approved, because until then its people may change freely. */
export const rosterReport = report({
  kind: "roster",
  permission: "report:export",
  filter: z.object({ cohort: id, sort: rosterOrder.optional() }),
  columns: {
    number: { kind: "number", width: 5 },
    name: { kind: "text", width: 12 },
    sex: { kind: "text", width: 5 },
    ethnicity: { kind: "text", width: 7 },
    idNumber: { kind: "text", width: 21, personal: maskIdNumber },
    education: { kind: "text", width: 13 },
    category: { kind: "text", width: 20 },
    township: { kind: "text", width: 9 },
    village: { kind: "text", width: 12 },
    phone: { kind: "text", width: 14, personal: maskPhone },
    registeredPoor: { kind: "text", width: 7 },
    note: { kind: "text", width: 14 },
  },
  async open(tx, { cohort: cohortId, sort }, { locale }) {
    const cohort = await tx.cohort.findUnique({ where: { id: cohortId }, select: shown });
    if (!cohort) return null;

    const say = translatorOf(locale);
    const about = saidRun(cohort.number, locale);
    const count = await countRoster(tx, cohortId);
    const sexes = wordFor(Sex, (sex) => say(`trainee.sex.${sex}`));
    const poor = { true: say("trainee.yes"), false: say("trainee.no") };
    const gone = { DROPPED: say("state.enrolment.DROPPED"), NOT_COMPLETED: say("state.enrolment.NOT_COMPLETED") };
    return {
      about,
      official: say("report.official", { run: about, course: cohort.course.name }),
      screen: `/cohorts/${cohortId}/roster`,
      lines: [
        say("report.kinds.roster.head", {
          cohort: say("report.cohort", { run: about, number: cohort.number }),
          course: cohort.course.name,
          from: dayFromDate(cohort.startsOn),
          to: dayFromDate(cohort.endsOn),
          count,
        }),
      ],
      draft: isPreparing(cohort.state),
      count,
      rows: numbered(eachOnRoster(tx, cohortId, locale, sort), (person) => ({
        name: person.name,
        sex: sexes[person.sex],
        ethnicity: person.ethnicity,
        idNumber: person.idNumber,
        education: person.education,
        category: person.category,
        township: person.township,
        village: person.village,
        phone: person.phone,
        registeredPoor: poor[`${person.registeredPoor}`],
        note: person.state === "DROPPED" || person.state === "NOT_COMPLETED" ? gone[person.state] : null,
      })),
      foot: () => [say("report.file.signed")],
    };
  },
});

const shown = { number: true, startsOn: true, endsOn: true, state: true, course: { select: { name: true } } } as const;
