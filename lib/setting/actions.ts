"use server";

import { form } from "@/lib/command/form";
import * as decide from "@/lib/setting/commands/decide";
import * as propose from "@/lib/setting/commands/propose";

export const proposeSetting = form(propose.proposeSetting, { after: toList });

export const approveSetting = form(decide.approveSetting, { decides: "settingChangeId", after: toList });
export const rejectSetting = form(decide.rejectSetting, { decides: "settingChangeId", after: toList });
export const withdrawSetting = form(decide.withdrawSetting, { after: toList });

function toList() {
  return { to: "/admin/parameters" };
}
