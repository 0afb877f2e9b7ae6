import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/actor";
import type { AddCode, CodeKind, EditCode, EndCode } from "@/lib/code/schema";
import { type Tx, transaction } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";

type Which = { codeKind: CodeKind; code: string };

/** Another entry of a code table, to be chosen from its first day on. */
export async function addCode(actor: Actor, { codeKind: kind, code, zh, en, position, validFrom }: AddCode) {
  await transaction(async (tx) => {
    const known = await tx.codeItem.count({ where: { kind, code } });
    if (known > 0) throw new Refusal("INPUT_WRONG", { field: "code", case: "CODE_TAKEN" });

    await tx.codeItem.create({
      data: { kind, code, zh, en, position, validFrom: dateFromDay(validFrom) },
      select: { code: true },
    });
    await note(tx, actor, "code.add", { codeKind: kind, code }, { after: { zh, en, position, validFrom } });
  });
}

/** Another wording of the same thing; another thing is another code. */
export async function editCode(actor: Actor, { zh, en, position, ...which }: EditCode) {
  await transaction(async (tx) => {
    const before = await holdCode(tx, which);
    await tx.codeItem.update({
      where: { kind_code: keyOf(which) },
      data: { zh, en, position },
      select: { code: true },
    });
    await note(tx, actor, "code.edit", which, {
      before: { zh: before.zh, en: before.en, position: before.position },
      after: { zh, en, position },
    });
  });
}

/** U30: from the day after nobody chooses it any more; who has it keeps it, and it stays readable. */
export async function endCode(actor: Actor, { validTo, ...which }: EndCode) {
  await transaction(async (tx) => {
    const before = await holdCode(tx, which);
    if (validTo < dayFromDate(before.validFrom))
      throw new Refusal("INPUT_WRONG", {
        field: "validTo",
        case: "CODE_ENDS_EARLY",
        from: dayFromDate(before.validFrom),
      });

    await tx.codeItem.update({
      where: { kind_code: keyOf(which) },
      data: { validTo: dateFromDay(validTo) },
      select: { code: true },
    });
    await note(tx, actor, "code.end", which, {
      before: { validTo: before.validTo && dayFromDate(before.validTo) },
      after: { validTo },
    });
  });
}

export async function reopenCode(actor: Actor, which: Which) {
  await transaction(async (tx) => {
    const before = await holdCode(tx, which);
    if (!before.validTo) throw new Refusal("WRONG_STATE");
    await tx.codeItem.update({ where: { kind_code: keyOf(which) }, data: { validTo: null }, select: { code: true } });
    await note(tx, actor, "code.reopen", which, { before: { validTo: dayFromDate(before.validTo) } });
  });
}

const keyOf = ({ codeKind: kind, code }: Which) => ({ kind, code });

async function holdCode(tx: Tx, { codeKind: kind, code }: Which) {
  await tx.$queryRaw`SELECT code FROM code_items WHERE kind = ${kind} AND code = ${code} FOR NO KEY UPDATE`;
  const item = await tx.codeItem.findUnique({
    where: { kind_code: { kind, code } },
    select: { zh: true, en: true, position: true, validFrom: true, validTo: true },
  });
  if (!item) throw new Refusal("INPUT_WRONG", { field: "code", case: "UNKNOWN_CODE" });
  return item;
}

type Noted = Pick<Parameters<typeof recordAudit>[3], "before" | "after">;

const note = (tx: Tx, actor: Actor, verb: string, { codeKind, code }: Which, change: Noted) =>
  recordAudit(tx, actor, verb, { type: "code", id: `${codeKind}:${code}`, ...change });
