import "server-only";
import { z } from "zod";
import { id } from "@/lib/command/fields";
import { type GroupTally, listGroupTallies } from "@/lib/completion/queries/tally";
import { coverOf, findCover } from "@/lib/report/queries/cohort-cover";
import { report } from "@/lib/report/sheet/report";
import { tallyCells, tallyColumns } from "@/lib/report/sheet/tally-cells";
import { translatorOf } from "@/lib/wording/translations";

/** 班期结业报告 (domain.md section 7): the cover, then the cohort as a whole and by sex, ethnicity, poverty, age and township. */
export const cohortReport = report({
  kind: "cohort-report",
  permission: "report:export",
  filter: z.object({ cohort: id }),
  columns: { group: { kind: "text", width: 18 }, seats: { kind: "number", width: 8 }, ...tallyColumns },
  async open(tx, { cohort: cohortId }, { locale }) {
    const cohort = await findCover(tx, cohortId);
    if (!cohort) return null;

    const say = translatorOf(locale);
    const { about, official, line } = coverOf(cohort, locale);
    const tallies = await listGroupTallies(tx, { cohortId }, locale);
    return {
      about,
      official,
      screen: `/cohorts/${cohortId}/completion`,
      lines: [line, say("report.how")],
      draft: cohort.state !== "CLOSED",
      count: tallies.length,
      rows: tallies.map((tally) => ({
        group: nameOf(tally, say),
        seats: tally.kind === "ALL" ? cohort.seats : null,
        ...tallyCells(tally),
      })),
      foot: () => [
        say("report.kinds.cohort-report.wishes"),
        say("report.kinds.cohort-report.attached"),
        say("report.file.signed"),
      ],
    };
  },
});

/** The two sexes, the ages and the poor are named by the wording, the others by their own tables. */
function nameOf({ kind, key, name }: GroupTally, say: ReturnType<typeof translatorOf>): string {
  if (kind === "ALL") return say("report.all");
  if (kind === "SEX") return say(`trainee.sex.${key as "MALE"}`);
  if (kind === "POOR") return say(`report.poor.${key as "true"}`);
  return kind === "AGE" ? say(`report.bands.${key as "0"}`) : name;
}
