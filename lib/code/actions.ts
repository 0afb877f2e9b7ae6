"use server";

import { revalidatePath } from "next/cache";
import * as mutations from "@/lib/code/mutations";
import { addCodeInput, editCodeInput, endCodeInput, reopenCodeInput } from "@/lib/code/schema";
import { action } from "@/lib/command/action";

export const addCode = action({
  permission: "code:edit",
  verb: "code.add",
  input: addCodeInput,
  async run(actor, input) {
    await mutations.addCode(actor, input);
    return toTable(input);
  },
});

export const editCode = action({
  permission: "code:edit",
  verb: "code.edit",
  input: editCodeInput,
  async run(actor, input) {
    await mutations.editCode(actor, input);
    return toTable(input);
  },
});

export const endCode = action({
  permission: "code:edit",
  verb: "code.end",
  input: endCodeInput,
  async run(actor, input) {
    await mutations.endCode(actor, input);
    return toTable(input);
  },
});

export const reopenCode = action({
  permission: "code:edit",
  verb: "code.reopen",
  input: reopenCodeInput,
  async run(actor, input) {
    await mutations.reopenCode(actor, input);
    return toTable(input);
  },
});

function toTable({ codeKind }: { codeKind: string }) {
  revalidatePath("/", "layout");
  return { to: `/admin/dictionaries?kind=${codeKind}` };
}
