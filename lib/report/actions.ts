"use server";

import { proveByFactor } from "@/lib/account/factor/mutations/prove";
import { action } from "@/lib/command/action";
import { Refusal } from "@/lib/refusal/refusal";
import * as mutations from "@/lib/report/mutations/grant";
import { readFilter } from "@/lib/report/rules";
import { grantInput } from "@/lib/report/schema";
import { findReport } from "@/lib/report/sheet/list";

export const grantExport = action({
  permission: "report:exportFull",
  verb: "report.exportFull",
  input: grantInput,
  before: proveByFactor,
  async run(actor, { report: kind, query, ...wish }) {
    const report = findReport(kind);
    const filter = report && readFilter(report, new URLSearchParams(query));
    if (report?.permission !== "report:export" || !filter) throw new Refusal("INPUT_WRONG");

    const grant = await mutations.grantExport(actor, { report, filter, ...wish });
    return { to: `/reports/full/${kind}?${query}&grant=${grant}` };
  },
});
