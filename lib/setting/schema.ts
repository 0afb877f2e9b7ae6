import { z } from "zod";
import { day, id, text, version, whole } from "@/lib/command/fields";

const grounds = { reason: text(500), documentNo: text(60) };

/** The name of a setting, in an address as in a form. */
export const settingKey = z.string("choose").regex(/^[a-z_]{1,60}$/, "choose");

export const proposeSettingInput = z.object({
  settingKey,
  /** In its own unit, a rate in percent; the mutation knows which. */
  settingValue: text(9),
  validFrom: day,
  ...grounds,
});

export const proposeCapacityInput = z.object({
  capacityYear: whole(2000, 2100),
  settingValue: whole(1, 100_000),
  ...grounds,
});

const which = { settingChangeId: id, version };

export const approveSettingInput = z.object(which);
export const refuseSettingInput = z.object({ ...which, stateReason: text(500) });

export type ProposeSetting = z.output<typeof proposeSettingInput>;
export type ProposeCapacity = z.output<typeof proposeCapacityInput>;
export type ApproveSetting = z.output<typeof approveSettingInput>;
export type RefuseSetting = z.output<typeof refuseSettingInput>;
