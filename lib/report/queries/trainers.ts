import "server-only";
import { z } from "zod";
import { listRegister } from "@/lib/qualification/queries/register";
import { filters, standings } from "@/lib/qualification/rules";
import { report, wordFor } from "@/lib/report/sheet/report";
import { yearOf } from "@/lib/value/calendar";
import { translatorOf } from "@/lib/wording/translations";

/** 师资名册 as its page lists it: what each can teach, the papers behind it, and the 课时 derived from the lessons that are over (R40). */
export const trainerReport = report({
  kind: "trainers",
  permission: "report:export",
  filter: z.object({ skill: z.string().min(1).max(40).optional(), certificate: z.enum(filters).optional() }),
  columns: {
    number: { kind: "number", width: 5 },
    name: { kind: "text", width: 12 },
    unit: { kind: "text", width: 20 },
    skills: { kind: "text", width: 26 },
    speciality: { kind: "text", width: 14 },
    standing: { kind: "text", width: 14 },
    until: { kind: "text", width: 12 },
    periods: { kind: "number", width: 9 },
    lessons: { kind: "number", width: 9 },
    allPeriods: { kind: "number", width: 9 },
    state: { kind: "text", width: 14 },
  },
  async open(tx, asked, { today, locale }) {
    const say = translatorOf(locale);
    const year = yearOf(today);
    const trainers = await listRegister(today, asked, tx);
    const papers = wordFor(Object.fromEntries(standings.map((one) => [one, one])), (one) =>
      say(`qualification.standing.${one}`, { day: "", ends: 0 }),
    );
    const total = (of: "periods" | "lessons" | "allPeriods") => trainers.reduce((sum, one) => sum + one[of], 0);
    return {
      about: say("report.year", { year }),
      official: "",
      screen: `/trainers?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value))}`,
      lines: [
        say("report.kinds.trainers.head", {
          ...{ year, today, count: trainers.length },
          skill: asked.skill ?? say("report.kinds.trainers.all"),
          certificate: asked.certificate
            ? say(`qualification.filter.${asked.certificate}`)
            : say("report.kinds.trainers.all"),
        }),
      ],
      count: trainers.length,
      rows: trainers.map(({ name, unit, skills, speciality, standing, until, leftOn, ...taught }, place) => ({
        number: place + 1,
        name,
        unit,
        skills: skills.join(say("report.between")),
        speciality,
        standing: standing && papers[standing],
        until: standing && until,
        periods: taught.periods,
        lessons: taught.lessons,
        allPeriods: taught.allPeriods,
        state:
          leftOn !== null && leftOn <= today
            ? say("lesson.trainer.left", { day: leftOn })
            : say("lesson.trainer.active"),
      })),
      foot: () => [
        {
          name: say("report.all"),
          periods: total("periods"),
          lessons: total("lessons"),
          allPeriods: total("allPeriods"),
        },
        say("report.file.signed"),
      ],
    };
  },
});
