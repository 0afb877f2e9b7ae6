import { readXlsx } from "hucre/xlsx";
import { createAccount } from "@/lib/account/commands/create";
import { hashPassword } from "@/lib/account/password";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { startExport } from "@/lib/report/commands/export";
import type { Asked } from "@/lib/report/commands/record";
import { day } from "@/lib/value/calendar";
import { codeOf, giveFactor } from "@/tests/support/factor";
import * as make from "@/tests/support/make";

/** Somebody who stays until the file is whole. */
export const staying = new AbortController().signal;

/** A cohort under way with some people on its roster, and their numbers as they are. */
export async function rosterOf(count: number) {
  const cohort = await make.cohort({ startsOn: day("2031-03-03"), seats: 50, state: "IN_PROGRESS" });
  const idNumbers: string[] = [];
  for (let n = 0; n < count; n++) {
    const person = await make.trainee();
    await make.enrolment(cohort.id, { traineeId: person.id, state: "IN_TRAINING" });
    idNumbers.push(person.idNumber);
  }
  return { cohort, idNumbers };
}

export const provedBy = "green horse over walnut";

/** A director with an account, who can prove who it is, once (R93). */
export async function prover(): Promise<{ actor: Actor; proof: { currentPassword: string; factorCode: string } }> {
  const actor = { ...make.actor("BASE_DIRECTOR"), id: newId() };
  const { id, name, role } = actor;
  await createAccount(make.actor("SEC_ADMIN"), { id, username: `g${id.slice(-12)}`, name, role });
  const passwordHash = await hashPassword(provedBy);
  await transaction(async (tx) => {
    await tx.account.update({ where: { id }, data: { passwordHash }, select: { id: true } });
    await recordAudit(tx, actor, "account.setUp", { type: "account", id });
  });
  return { actor, proof: { currentPassword: provedBy, factorCode: codeOf(await giveFactor(id)) } };
}

/** Takes a report as a workbook or as text, and reads a workbook back. */
export async function take(asked: Asked, actor = make.actor("BASE_DIRECTOR")) {
  const started = await startExport(actor, asked, staying);
  if (!started) throw new Error("there is no such record");
  const bytes = Buffer.from(await new Response(started.body).arrayBuffer());
  const rows = asked.format === "xlsx" ? ((await readXlsx(bytes)).sheets[0]?.rows ?? []) : [];
  return { ...started, bytes, rows, people: rows.filter(([number]) => typeof number === "number") };
}
