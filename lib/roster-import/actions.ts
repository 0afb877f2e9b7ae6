"use server";

import { form } from "@/lib/command/form";
import * as roster from "@/lib/roster-import/commands/import";
import * as undo from "@/lib/roster-import/commands/undo";
import { sayReport } from "@/lib/roster-import/queries/report";

export const undoImport = form(undo.undoImport, {
  decides: "importId",
  after: ({ importId, ...counts }) => ({ to: `/trainees/import/${importId}`, told: counts }),
});

export const importRoster = form(roster.importRoster, {
  files: ["file"],
  says: sayReport,
  after: (counts, { cohortId }) => ({
    to: cohortId ? `/cohorts/${cohortId}/roster` : "/trainees?sort=-registered",
    told: { ...counts, out: counts.wrong + counts.open, into: cohortId ? "cohort" : "register" },
  }),
});
