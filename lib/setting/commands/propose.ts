import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command, refuseUngranted } from "@/lib/command/command";
import { db, type Tx } from "@/lib/database/db";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import { findParameters } from "@/lib/setting/parameter";
import { permissionOf, readSetting } from "@/lib/setting/rules";
import { type ProposeSetting, proposeSettingInput } from "@/lib/setting/schema";
import { type Day, dateFromDay, yearOf } from "@/lib/value/calendar";
import type { SettingDomain } from "@/prisma/generated/enums";

/**
 * Proposes another value from a day on; what was in force before that day stays as it was. R24: the capacity of a year holds from its
 * first day, and the database refuses one below what the year's cohorts hold.
 */
export const proposeSetting = command({
  verb: "setting.propose",
  permission: "setting:change",
  input: proposeSettingInput,
  before: findKind,
  async run(tx, actor, { key, value: typed, validFrom: day, reason, documentNo }, { domain, unit }) {
    const validFrom = domain === "CAPACITY" ? (`${yearOf(day)}-01-01` as Day) : day;
    refusePast(actor, domain, validFrom);
    const value = readSetting(typed, unit);
    if (value === undefined)
      throw new Refusal("INPUT_WRONG", { field: "value", case: unit === "BASIS_POINTS" ? "RATE" : "WHOLE" });

    const previous = await findPrevious(tx, key, domain, validFrom);
    if (value === previous) throw new Refusal("INPUT_WRONG", { field: "value", case: "SETTING_SAME" });
    const at = dateFromDay(validFrom);
    const open = await tx.settingChange.count({ where: { key, validFrom: at, state: "PROPOSED" } });
    if (open > 0) throw new Refusal("WRONG_STATE", { field: "value", case: "SETTING_OPEN" });

    const id = newId();
    const data = { id, key, value, previous, reason, documentNo, validFrom: at, createdById: actor.id };
    await tx.settingChange.create({ data, select: { id: true } });
    await recordAudit(tx, actor, "setting.propose", {
      ...{ type: "setting", id, reason },
      before: { value: previous },
      after: { key, value, validFrom, documentNo },
    });
    return { id, key, validFrom };
  },
});

/** The figure, for an office that may propose it: the table asks by its domain. */
async function findKind(actor: Actor, { key }: ProposeSetting) {
  const kind = await db.settingKind.findUnique({ where: { key }, select: { domain: true, unit: true } });
  if (!kind) throw new Refusal("INPUT_WRONG", { field: "value", case: "UNKNOWN_SETTING" });
  await refuseUngranted(actor, { verb: "setting.propose", permission: permissionOf(kind.domain), as: "proposer" });
  return kind;
}

/** A year that has begun can still be given another capacity; every other figure begins today at the earliest. */
function refusePast({ today }: Actor, domain: SettingDomain, validFrom: Day): void {
  if (domain === "CAPACITY" && yearOf(validFrom) < yearOf(today))
    throw new Refusal("INPUT_WRONG", { field: "validFrom", case: "SETTING_YEAR_PAST" });
  if (domain !== "CAPACITY" && validFrom < today)
    throw new Refusal("INPUT_WRONG", { field: "validFrom", case: "SETTING_DAY_PAST", today });
}

async function findPrevious(tx: Tx, key: string, domain: SettingDomain, validFrom: Day): Promise<number> {
  const inForce = await findParameters(tx, validFrom);
  if (domain !== "CAPACITY") return inForce(key);
  const year = await tx.trainingYear.findUnique({ where: { year: yearOf(validFrom) }, select: { capacity: true } });
  return year?.capacity ?? inForce("annual_capacity");
}
