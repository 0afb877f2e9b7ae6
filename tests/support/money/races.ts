import { db } from "@/lib/database/db";
import { approveRecord } from "@/lib/fund/commands/decide";
import { recordDisbursement } from "@/lib/fund/commands/record";
import { asRefusal } from "@/lib/refusal/refusal";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { payment } from "./papers";
import { wan } from "./rows";

const today = day("2018-08-22");
const hundred = wan("100");

/** A project of which 100.00 is left, and as many payments of exactly that, each handed in by another officer. */
export async function lastOfProject(wishes: number, year = 2018) {
  const on = `${year}-03-01`;
  const { id: projectId } = await make.project({ on: day(on) });
  await make.sum("appropriation", projectId, "300", on);
  await make.sum("disbursement", projectId, "200", on);
  const recordIds: string[] = [];
  for (let n = 0; n < wishes; n++)
    recordIds.push(
      (await make.money("disbursement", { projectId, amount: hundred, datedOn: on, state: "SUBMITTED" })).id,
    );
  return { projectId, recordIds };
}

/** A year of whose plan 100.00 is left, and as many projects that wait for exactly that; as often as one likes for one year. */
export async function lastOfPlan(year: number, wishes: number) {
  const fund = await db.aidFund.findUnique({ where: { year }, select: { arranged: true } });
  await make.plan(year, String((fund?.arranged ?? 0n) / wan("1") + 300n));
  const { id: first } = await make.project({ on: day(`${year}-01-02`) });
  await make.sum("appropriation", first, "200", `${year}-01-03`);
  const recordIds: string[] = [];
  for (let n = 0; n < wishes; n++) {
    const { id: projectId } = await make.project({ on: day(`${year}-01-02`) });
    const wish = { projectId, amount: hundred, datedOn: `${year}-01-03`, state: "SUBMITTED" } as const;
    recordIds.push((await make.money("appropriation", wish)).id);
  }
  return recordIds;
}

/** Each by a leader of his own, all at the same moment; tells whose approval was acknowledged, and what the others heard. */
export async function approveAll(kind: "disbursement" | "appropriation", recordIds: string[]) {
  const leaders = recordIds.map(() => make.actor("AID_LEADER", today));
  return answersOf(recordIds, (recordId, n) =>
    approveRecord(leaders[n] ?? make.actor(), { kind, recordId, version: 1 }),
  );
}

/** Written down and approved in one breath, by as many pairs at once; who comes late is refused at the writing already. */
export async function payAll(projectId: string, pairs: number) {
  const paid = await Promise.all(
    Array.from({ length: pairs }, async () => {
      const officer = make.actor("AID_OFFICER", today);
      let id = "";
      // Who comes when another pair has been paid already is refused at the writing down.
      const refusal = await refusalOf(async () => {
        id ||= (await recordDisbursement(officer, payment(projectId, "100"))).id;
        await approveRecord(make.actor("AID_LEADER", today), { kind: "disbursement", recordId: id, version: 1 });
      });
      return { id, refusal };
    }),
  );
  return { recordIds: paid.flatMap(({ id }) => id || []), ...parted(paid) };
}

export async function answersOf(ids: string[], act: (id: string, n: number) => Promise<unknown>) {
  return parted(await Promise.all(ids.map(async (id, n) => ({ id, refusal: await refusalOf(() => act(id, n)) }))));
}

const parted = (answers: { id: string; refusal: string | undefined }[]) => ({
  acknowledged: answers.flatMap(({ id, refusal }) => (refusal ? [] : [id])).sort(),
  refused: answers.flatMap(({ refusal }) => refusal ?? []).sort(),
});

async function refusalOf(act: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await insist(act);
    return undefined;
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return refusal.refusal;
  }
}

/** BUSY and UNAVAILABLE ask to send the same once more, and so everybody does. */
async function insist<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await act();
    } catch (error) {
      if (!["BUSY", "UNAVAILABLE"].includes(asRefusal(error)?.refusal ?? "") || attempt === 25) throw error;
    }
}

/** Which of some records the database holds as approved, and of which the audit says so. */
export async function settled(kind: "disbursement" | "appropriation", recordIds: string[]) {
  const where = { id: { in: recordIds }, state: "APPROVED" } as const;
  const select = { id: true } as const;
  const stored =
    kind === "disbursement"
      ? await db.disbursement.findMany({ where, select })
      : await db.appropriation.findMany({ where, select });
  const noted = await db.auditEntry.findMany({
    where: { subjectId: { in: recordIds }, verb: `${kind}.approve` },
    select: { subjectId: true },
  });
  return { stored: stored.map(({ id }) => id).sort(), noted: noted.map(({ subjectId }) => subjectId).sort() };
}

export const disbursedOf = async (id: string): Promise<bigint> =>
  (await db.project.findUniqueOrThrow({ where: { id }, select: { disbursed: true } })).disbursed;
