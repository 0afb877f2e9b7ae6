"use server";

import * as commands from "@/lib/code/commands";
import { form } from "@/lib/command/form";

export const addCode = form(commands.addCode, { after: toTable });
export const editCode = form(commands.editCode, { after: toTable });
export const endCode = form(commands.endCode, { after: toTable });
export const reopenCode = form(commands.reopenCode, { after: toTable });

function toTable(_: unknown, { codeKind }: { codeKind: string }) {
  return { to: `/admin/dictionaries?kind=${codeKind}` };
}
