"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/command/action";
import { recordPlan as writePlan } from "@/lib/fund/mutations/plan";
import * as mutations from "@/lib/fund/mutations/record";
import { type Kind, segmentOf } from "@/lib/fund/rules/ledger";
import * as schema from "@/lib/fund/schema/record";

export const recordRevenue = action({
  permission: "money:record",
  proposes: true,
  verb: "revenue.record",
  input: schema.recordRevenueInput,
  async run(actor, input) {
    const { id } = await mutations.recordRevenue(actor, input);
    revalidatePath("/fund", "layout");
    return written("revenue", id, input.intent);
  },
});

export const recordPlan = action({
  permission: "money:record",
  proposes: true,
  verb: "plan.record",
  input: schema.recordPlanInput,
  async run(actor, input) {
    const { id } = await writePlan(actor, input);
    revalidatePath("/fund", "layout");
    return written("plan", id, input.intent);
  },
});

export const recordAppropriation = action({
  permission: "money:record",
  proposes: true,
  verb: "appropriation.record",
  input: schema.recordAppropriationInput,
  async run(actor, input) {
    const { id } = await mutations.recordAppropriation(actor, input);
    revalidatePath("/fund", "layout");
    return written("appropriation", id, input.intent);
  },
});

export const recordDisbursement = action({
  permission: "money:record",
  proposes: true,
  verb: "disbursement.record",
  input: schema.recordDisbursementInput,
  async run(actor, input) {
    const { id } = await mutations.recordDisbursement(actor, input);
    revalidatePath("/fund", "layout");
    return written("disbursement", id, input.intent);
  },
});

export const recordProgress = action({
  permission: "expenditure:record",
  proposes: true,
  verb: "progress.record",
  input: schema.recordProgressInput,
  async run(actor, input) {
    const { id } = await mutations.recordProgress(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/progress/${id}`, about: { record: ["progress", id] } };
  },
});

export const recordOutside = action({
  permission: "money:record",
  proposes: true,
  verb: "outside.record",
  input: schema.recordOutsideInput,
  async run(actor, input) {
    const { id } = await mutations.recordOutside(actor, input);
    revalidatePath("/fund", "layout");
    return written("outside", id, input.intent);
  },
});

/** On to the record; the banner there tells a draft from what was handed in. */
const written = (kind: Kind, id: string, intent: "DRAFT" | "SUBMIT") => ({
  to: `/fund/${segmentOf[kind]}/${id}`,
  says: `${kind}.${intent === "DRAFT" ? "draft" : "record"}`,
  about: { record: [kind, id] as [string, string] },
});
