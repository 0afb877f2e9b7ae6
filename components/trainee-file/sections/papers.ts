import type { TraineeFile } from "@/lib/trainee-file/queries/file";
import { enrolmentHref, type Say, type Section } from "./section";

/** The certificates of a person, void ones as well. */
export const certificateSection = ({ certificates }: TraineeFile, say: Say): Section => ({
  key: "certificates",
  title: say("traineeFile.certificates.title", { count: certificates.length }),
  none: say("traineeFile.certificates.none"),
  columns: [
    { title: say("completion.columns.certificate"), width: 20 },
    { title: say("traineeFile.columns.state"), width: 9 },
    { title: say("traineeFile.columns.issuedOn"), width: 12 },
    { title: say("traineeFile.columns.course"), width: 30 },
    { title: say("traineeFile.columns.note"), width: 40 },
  ],
  rows: certificates.map(({ id, voidedOn, voidReason, startsOn, endsOn, ...one }) => ({
    key: id,
    href: enrolmentHref(one),
    cells: [
      one.number,
      say(voidedOn ? "traineeFile.certificates.void" : "traineeFile.certificates.valid"),
      one.issuedOn,
      [one.name, one.course, startsOn && endsOn && say("trainee.enrolments.span", { from: startsOn, to: endsOn })]
        .filter(Boolean)
        .join(" "),
      voidedOn ? say("completion.certificates.voided", { day: voidedOn, reason: voidReason ?? "" }) : "",
    ],
  })),
});

/** When a person came to the base, and the leave asked for. */
export const staySection = ({ arrivals, leaves }: TraineeFile, say: Say): Section => ({
  key: "stay",
  title: say("traineeFile.stay.title"),
  none: say("traineeFile.stay.none"),
  columns: [
    { title: say("traineeFile.columns.cohort"), width: 16 },
    { title: say("traineeFile.columns.matter"), width: 12 },
    { title: say("traineeFile.columns.day"), width: 24 },
    { title: say("traineeFile.columns.note"), width: 50 },
  ],
  rows: [
    ...arrivals.map(({ cohort, day, knownBy, notedBy, ...one }) => ({
      key: `arrival ${one.enrolmentId}`,
      href: enrolmentHref(one),
      cells: [cohort, say("arrival.title"), day ?? "", saidArrival(knownBy, notedBy, say)],
    })),
    ...leaves.map((one) => ({
      key: one.id,
      href: enrolmentHref(one),
      cells: [
        one.cohort,
        say(`attendance.marks.${one.mark}`),
        say("attendance.leave.days", { from: one.fromDay, to: one.toDay }),
        [one.reason, saidLeave(one, say)].join(say("completion.reasons.between")),
      ],
    })),
  ],
});

function saidArrival(knownBy: TraineeFile["arrivals"][number]["knownBy"], who: string | null, say: Say): string {
  if (knownBy === "NOTED") return who ? say("arrival.notedBy", { who }) : "";
  return say(knownBy === "ROLL" ? "arrival.byRoll" : "arrival.ledger");
}

function saidLeave({ approved, decidedBy, decision }: TraineeFile["leaves"][number], say: Say): string {
  const who = decidedBy ?? "";
  if (approved === null) return say("attendance.leave.waits");
  return approved
    ? say("attendance.leave.granted", { who })
    : say("attendance.leave.refused", { who, reason: decision ?? "" });
}
