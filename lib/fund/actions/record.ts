"use server";

import { form } from "@/lib/command/form";
import type { Way } from "@/lib/command/outcome";
import * as foresee from "@/lib/fund/commands/foresee";
import * as plans from "@/lib/fund/commands/plan";
import * as records from "@/lib/fund/commands/record";
import { type Kind, segmentOf } from "@/lib/fund/rules/ledger";

export const recordRevenue = form(records.recordRevenue, { foresee: foresee.foreseeRevenue, ...written("revenue") });
export const recordPlan = form(plans.recordPlan, { foresee: foresee.foreseePlan, ...written("plan") });
export const recordAppropriation = form(records.recordAppropriation, {
  foresee: foresee.foreseeAppropriation,
  ...written("appropriation"),
});
export const recordDisbursement = form(records.recordDisbursement, {
  foresee: foresee.foreseeDisbursement,
  ...written("disbursement"),
});
export const recordProgress = form(records.recordProgress, {
  foresee: foresee.foreseeProgress,
  ...written("progress"),
});
export const recordOutside = form(records.recordOutside, { foresee: foresee.foreseeOutside, ...written("outside") });

/** On to the record; the banner there tells a draft from what was handed in. */
function written(kind: Kind) {
  return {
    after: ({ id }: { id: string }, input: object): Way => ({
      to: `/fund/${segmentOf[kind]}/${id}`,
      says: `${kind}.${"intent" in input && input.intent === "DRAFT" ? "draft" : "record"}`,
      about: { record: [kind, id] },
    }),
  };
}
