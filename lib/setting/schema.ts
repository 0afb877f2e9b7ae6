import { z } from "zod";
import { day, id, text, version } from "@/lib/command/fields";

/** The name of a setting, in an address as in a form. */
export const settingKey = z.string("choose").regex(/^[a-z_]{1,60}$/, "choose");

export const proposeSettingInput = z.object({
  key: settingKey,
  /** In its own unit, a rate in percent; the command knows which. */
  value: text(9),
  /** Of a year's capacity any day of that year. */
  validFrom: day,
  reason: text(500),
  documentNo: text(60),
});

const which = { settingChangeId: id, version };

export const decideSettingInput = z.object(which);
export const rejectSettingInput = z.object({ ...which, stateReason: text(500) });

export type ProposeSetting = z.output<typeof proposeSettingInput>;
export type DecideSetting = z.output<typeof decideSettingInput>;
