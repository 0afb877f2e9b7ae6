"use server";

import { form } from "@/lib/command/form";
import type { Way } from "@/lib/command/outcome";
import * as decide from "@/lib/setting/commands/decide";
import * as propose from "@/lib/setting/commands/propose";
import type { Day } from "@/lib/value/calendar";

export const proposeSetting = form(propose.proposeSetting, { after: (which) => toList(which) });

export const approveSetting = form(decide.approveSetting, {
  decides: "settingChangeId",
  after: ({ state, ...which }) => toList(which, { inForce: String(state === "APPROVED") }),
});
export const rejectSetting = form(decide.rejectSetting, {
  decides: "settingChangeId",
  after: (which) => toList(which),
});
export const withdrawSetting = form(decide.withdrawSetting, { after: (which) => toList(which) });

type Which = { key: string; validFrom: Day };

/** The banner there says which figure, from which day on. */
function toList({ key, validFrom }: Which, told: Way["told"] = {}): Way {
  return { to: "/admin/parameters", told: { settingKey: key, day: validFrom, ...told } };
}
