"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/command/action";
import * as mutations from "@/lib/fund/mutations/decide";
import { reverseRecord as reverse } from "@/lib/fund/mutations/reverse";
import { type Kind, segmentOf } from "@/lib/fund/rules/ledger";
import * as schema from "@/lib/fund/schema/record";

export const submitRecord = action({
  permission: "money:record",
  proposes: true,
  verb: "money.submit",
  input: schema.submitRecordInput,
  async run(actor, input) {
    await mutations.submitRecord(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/${segmentOf[input.kind]}/${input.recordId}`, ...said(input, "record") };
  },
});

export const approveRecord = action({
  permission: "money:record",
  approves: true,
  verb: "money.approve",
  decides: "recordId",
  input: schema.approveRecordInput,
  async run(actor, input) {
    await mutations.approveRecord(actor, input);
    revalidatePath("/fund", "layout");
    return { to: "/fund/approvals", ...said(input, "approve") };
  },
});

export const rejectRecord = action({
  permission: "money:record",
  approves: true,
  verb: "money.reject",
  decides: "recordId",
  input: schema.rejectRecordInput,
  async run(actor, input) {
    await mutations.rejectRecord(actor, input);
    revalidatePath("/fund", "layout");
    return { to: "/fund/approvals", ...said(input, "reject") };
  },
});

export const withdrawRecord = action({
  permission: "money:record",
  proposes: true,
  verb: "money.withdraw",
  decides: "recordId",
  input: schema.withdrawRecordInput,
  async run(actor, input) {
    await mutations.withdrawRecord(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/${segmentOf[input.kind]}/${input.recordId}`, ...said(input, "withdraw") };
  },
});

export const reverseRecord = action({
  permission: "money:reverse",
  proposes: true,
  verb: "money.reverse",
  input: schema.reverseRecordInput,
  async run(actor, input) {
    const { id } = await reverse(actor, input);
    revalidatePath("/fund", "layout");
    return { to: `/fund/${segmentOf[input.kind]}/${id}`, ...said(input, "reverse") };
  },
});

/** The banner names the record by its own kind, with its amount and what came of it. */
const said = ({ kind, recordId }: { kind: Kind; recordId: string }, act: string) => ({
  says: `${kind}.${act}`,
  about: { record: [kind, recordId] as [string, string] },
});
