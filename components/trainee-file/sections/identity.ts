import type { TraineeFile } from "@/lib/trainee-file/queries/file";
import { dayOfInstant } from "@/lib/value/calendar";
import type { Say, Section } from "./section";

/** The names before the present one, and the corrections of the number. */
export const identitySection = ({ names, corrections }: TraineeFile, say: Say): Section => ({
  key: "identity",
  title: say("traineeFile.identity.title"),
  none: say("traineeFile.identity.none"),
  columns: [
    { title: say("traineeFile.columns.matter"), width: 16 },
    { title: say("traineeFile.columns.day"), width: 12 },
    { title: say("traineeFile.columns.content"), width: 50 },
    { title: say("traineeFile.columns.decision"), width: 36 },
  ],
  rows: [
    ...names.map(({ formerName, name, changedAt }) => ({
      key: `name ${changedAt.toISOString()}`,
      cells: [
        say("traineeFile.identity.name"),
        dayOfInstant(changedAt),
        say("traineeFile.identity.renamed", { from: formerName, to: name }),
        "",
      ],
    })),
    ...corrections.map((one) => ({
      key: one.id,
      cells: [
        say("traineeFile.identity.correction"),
        one.proposedOn,
        say("traineeFile.identity.asked", { who: one.proposedBy ?? "", reason: one.reason }),
        decided(one, say),
      ],
    })),
  ],
});

function decided({ approved, decidedBy, decision }: TraineeFile["corrections"][number], say: Say): string {
  const who = decidedBy ?? "";
  if (approved === null) return say("attendance.leave.waits");
  return approved
    ? say("attendance.leave.granted", { who })
    : say("attendance.leave.refused", { who, reason: decision ?? "" });
}
