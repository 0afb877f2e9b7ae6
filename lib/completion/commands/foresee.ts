import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { noesOf } from "@/lib/command/values";
import { makeUpOn, questionsOfMakeUp, questionsOfResult, resultOn } from "@/lib/completion/commands/row";
import { openSheet } from "@/lib/completion/commands/sheet";
import { recordMakeUpInput, recordResultsInput } from "@/lib/completion/schema";
import { transaction } from "@/lib/database/db";
import type { Typed } from "@/lib/refusal/answer";
import type { Refusal } from "@/lib/refusal/refusal";

/** U24: what is wrong in any row of the sheet, by the questions its command asks row by row. */
export async function foreseeResults(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const { input, rows } = readRows(recordResultsInput, typed);
  if (!input) return [];
  return transaction(async (tx) => {
    const sheet = await openSheet(tx, input);
    const changed = rows.map((n) => resultOn(sheet, input, n)).filter(({ isNew }) => isNew.attended || isNew.marks);
    return noesOf(...changed.flatMap((row) => questionsOfResult(actor, sheet, row)));
  });
}

/** The same for the make-up. */
export async function foreseeMakeUp(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const { input, rows } = readRows(recordMakeUpInput, typed);
  if (!input) return [];
  return transaction(async (tx) => {
    const sheet = await openSheet(tx, input);
    const changed = rows.map((n) => makeUpOn(sheet, input, n)).filter(({ isNew }) => isNew);
    return noesOf(...changed.flatMap((row) => questionsOfMakeUp(actor, sheet, row)));
  });
}

type Rows<Input> = { input?: Input; rows: number[] };

/** The sheet without the rows in which a cell cannot be read: those have heard of it already. */
function readRows<Input extends { enrolmentIds: string[] }>(schema: z.ZodType<Input>, typed: Typed): Rows<Input> {
  const issues = schema.safeParse(typed).error?.issues ?? [];
  const wrong = issues.map(({ path }) => path as [string, number?]);
  const legible = { ...typed };
  for (const [name, n] of wrong) {
    const cells = legible[name];
    if (n !== undefined && Array.isArray(cells)) legible[name] = cells.with(n, "");
  }
  const input = schema.safeParse(legible).data;
  if (!input) return { rows: [] };
  return { input, rows: [...input.enrolmentIds.keys()].filter((n) => !wrong.some(([, row]) => row === n)) };
}
