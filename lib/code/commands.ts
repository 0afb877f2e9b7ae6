import "server-only";
import { recordAudit } from "@/lib/audit/record";
import { differenceOf, toldOf } from "@/lib/audit/rules";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { addCodeInput, type CodeKind, editCodeInput, endCodeInput, reopenCodeInput } from "@/lib/code/schema";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";

/** Another entry of a code table, to be chosen from its first day on. */
export const addCode = command({
  verb: "code.add",
  permission: "code:edit",
  input: addCodeInput,
  async run(tx, actor, { kind, code, validFrom: from, ...words }) {
    const known = await tx.codeItem.count({ where: { kind, code } });
    if (known > 0) throw new Refusal("INPUT_WRONG", { field: "code", case: "CODE_TAKEN" });

    const entry = { ...words, validFrom: dateFromDay(from) };
    await tx.codeItem.create({ data: { kind, code, ...entry }, select: { code: true } });
    await note(tx, actor, "code.add", { kind, code }, { after: toldOf(entry) });
    return { zh: words.zh, en: words.en };
  },
});

/** Another wording of the same thing; another thing is another code. */
export const editCode = command({
  verb: "code.edit",
  permission: "code:edit",
  input: editCodeInput,
  async run(tx, actor, { kind, code, ...words }) {
    const which = { kind, code };
    await change(tx, actor, "code.edit", which, await holdCode(tx, which), words);
    return { zh: words.zh, en: words.en };
  },
});

/** U30: from the day after nobody chooses the entry any more; records that have it keep it, and it stays readable. */
export const endCode = command({
  verb: "code.end",
  permission: "code:edit",
  input: endCodeInput,
  async run(tx, actor, { validTo, ...which }) {
    const before = await holdCode(tx, which);
    const from = dayFromDate(before.validFrom);
    if (validTo < from) throw new Refusal("INPUT_WRONG", { field: "validTo", case: "CODE_ENDS_EARLY", from });
    await change(tx, actor, "code.end", which, before, { validTo: dateFromDay(validTo) });
    return { zh: before.zh, en: before.en };
  },
});

export const reopenCode = command({
  verb: "code.reopen",
  permission: "code:edit",
  input: reopenCodeInput,
  async run(tx, actor, which) {
    const before = await holdCode(tx, which);
    if (!before.validTo) throw new Refusal("WRONG_STATE");
    await change(tx, actor, "code.reopen", which, before, { validTo: null });
    return { zh: before.zh, en: before.en };
  },
});

type Which = { kind: CodeKind; code: string };

async function holdCode(tx: Tx, { kind, code }: Which) {
  await tx.$executeRaw`SELECT 1 FROM code_items WHERE kind = ${kind} AND code = ${code} FOR NO KEY UPDATE`;
  const item = await tx.codeItem.findUnique({
    where: { kind_code: { kind, code } },
    select: { zh: true, en: true, position: true, validFrom: true, validTo: true },
  });
  if (!item) throw new Refusal("INPUT_WRONG", { field: "code", case: "UNKNOWN_CODE" });
  return item;
}

type Held = Awaited<ReturnType<typeof holdCode>>;

async function change(tx: Tx, actor: Actor, verb: Verb, which: Which, before: Held, data: Partial<Held>) {
  const { kind, code } = which;
  await tx.codeItem.update({ where: { kind_code: { kind, code } }, data, select: { code: true } });
  await note(tx, actor, verb, which, differenceOf(before, data));
}

type Noted = Pick<Parameters<typeof recordAudit>[3], "before" | "after">;

const note = (tx: Tx, actor: Actor, verb: Verb, { kind, code }: Which, noted: Noted) =>
  recordAudit(tx, actor, verb, { type: "code", id: `${kind}:${code}`, ...noted });
