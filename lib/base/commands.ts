import "server-only";
import { type Doer, recordAudit } from "@/lib/audit/record";
import { transaction } from "@/lib/database/db";
import { keyedHash } from "@/lib/database/seal";
import { type Day, dateFromDay } from "@/lib/value/calendar";

type NewBase = { name: string; shortName: string; organiser: string; operator: string; demoDay?: Day };

const operator: Doer = { id: null, name: "npm start", role: "OPERATIONS" };

/** The row of the base, once; who comes second finds it there. */
export async function foundBase({ demoDay, ...names }: NewBase) {
  const demo = demoDay ? { isDemo: true, demoDay: dateFromDay(demoDay) } : {};
  return transaction(async (tx) => {
    const data = [{ id: 1, ...names, ...demo, keyCheck: keyCheck() }];
    const { count } = await tx.base.createMany({ data, skipDuplicates: true });
    if (count === 1)
      await recordAudit(tx, operator, "base.found", {
        type: "base",
        id: "1",
        after: { ...names, demoDay: demoDay ?? null },
      });
  });
}

/** Whether the data key is the one this database was written with; a database without the mark gets it now. */
export async function agreeOnKey(): Promise<boolean> {
  return transaction(async (tx) => {
    const { count } = await tx.base.updateMany({ where: { keyCheck: null }, data: { keyCheck: keyCheck() } });
    if (count === 1) await recordAudit(tx, operator, "base.agreeOnKey", { type: "base", id: "1" });
    return (await tx.base.count({ where: { keyCheck: { not: keyCheck() } } })) === 0;
  });
}

/** Only the right key gives the same mark again; nothing can be opened with it. */
export const keyCheck = (): string => keyedHash("key-check", "portal");
