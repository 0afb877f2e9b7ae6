"use server";

import * as commands from "@/lib/code/commands";
import { form } from "@/lib/command/form";

export const addCode = form(commands.addCode, { after: toTable });
export const editCode = form(commands.editCode, { after: toTable });
export const endCode = form(commands.endCode, { after: toTable });
export const reopenCode = form(commands.reopenCode, { after: toTable });

/** The banner there names the entry in the reader's language. */
function toTable(words: { zh: string; en: string }, { kind, code }: { kind: string; code: string }) {
  return { to: `/admin/dictionaries?kind=${kind}`, told: { code, ...words } };
}
