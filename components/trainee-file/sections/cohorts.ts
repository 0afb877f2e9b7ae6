import { attendanceRate, finalMark, printedMark, printedRate } from "@/lib/completion/rules";
import type { TakenPart, TraineeFile } from "@/lib/trainee-file/queries/file";
import { AttendanceMark } from "@/prisma/generated/enums";
import { enrolmentHref, type Say, type Section } from "./section";

/** The cohorts a person took part in or wanted to: attendance, marks and outcome, and the home as it was called then. */
export const cohortSection = ({ cohorts }: TraineeFile, say: Say): Section => ({
  key: "cohorts",
  title: say("traineeFile.cohorts.title", { count: cohorts.length }),
  note: say("traineeFile.cohorts.note"),
  none: say("trainee.enrolments.none"),
  columns: [
    { title: say("traineeFile.columns.cohort"), width: 24 },
    { title: say("traineeFile.columns.state"), width: 9 },
    { title: say("traineeFile.columns.dates"), width: 22 },
    { title: say("traineeFile.columns.attended"), width: 22 },
    { title: say("traineeFile.columns.marks"), width: 20 },
    { title: say("traineeFile.columns.rolls"), width: 16 },
    { title: say("traineeFile.columns.home"), width: 22 },
    { title: say("traineeFile.columns.why"), width: 22 },
  ],
  rows: cohorts.map((one) => ({
    key: one.id,
    href: enrolmentHref({ cohortId: one.cohortId, enrolmentId: one.id }),
    cells: [
      `${one.number} ${one.title}`,
      say(`state.enrolment.${one.state}`),
      say("trainee.enrolments.span", { from: one.startsOn, to: one.endsOn }),
      attended(one, say),
      marks(one, say),
      rolls(one, say),
      home(one, say),
      why(one, say),
    ],
  })),
});

function attended(one: TakenPart, say: Say): string {
  if (one.scheduled === 0) return "";
  const rate = attendanceRate(one);
  const figures = { attended: one.attended ?? "–", scheduled: one.scheduled };
  return rate === null
    ? say("traineeFile.attended", figures)
    : say("traineeFile.attendedRate", { ...figures, rate: printedRate(rate) });
}

const marks = (one: TakenPart, say: Say): string =>
  one.parts
    .flatMap((part) => {
      const mark = finalMark(one, part);
      if (mark === null) return [];
      const said = typeof mark === "number" ? printedMark(mark) : say(`completion.grades.${mark}`);
      const madeUp = one.makeUp?.[part] != null ? say("completion.madeUp") : "";
      return [`${say(`completion.columns.${part}`)} ${said}${madeUp}`];
    })
    .join(say("trainee.between"));

const rolls = ({ rolls: seen }: TakenPart, say: Say): string =>
  Object.values(AttendanceMark)
    .flatMap((mark) => (seen[mark] ? [`${say(`attendance.marks.${mark}`)} ${seen[mark]}`] : []))
    .join(say("trainee.between"));

const home = ({ home: then, homeNow }: TakenPart, say: Say): string =>
  !then ? "" : homeNow ? say("trainee.placeNow", { ...then, now: homeNow }) : say("trainee.place", then);

const why = ({ reasons, stateReason }: TakenPart, say: Say): string =>
  [stateReason, ...reasons.map(({ name, figures }) => say(`completion.reasons.${name}`, { part: "-", ...figures }))]
    .filter(Boolean)
    .join(say("completion.reasons.between"));
