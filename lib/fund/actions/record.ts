"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/action";
import { recordPlan as writePlan } from "@/lib/fund/mutations/plan";
import * as mutations from "@/lib/fund/mutations/record";
import * as schema from "@/lib/fund/schema/record";

export const recordRevenue = action({
  permission: "money:record",
  proposes: true,
  verb: "revenue.record",
  input: schema.recordRevenueInput,
  async run(actor, input) {
    const { id } = await mutations.recordRevenue(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/records/revenue/${id}` };
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
    return { to: `/fund/records/plan/${id}` };
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
    return { to: `/fund/records/appropriation/${id}` };
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
    return { to: `/fund/records/disbursement/${id}` };
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
    return { to: `/fund/records/progress/${id}` };
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
    return { to: `/fund/records/outside/${id}` };
  },
});
