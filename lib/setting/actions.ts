"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/command/action";
import * as mutations from "@/lib/setting/mutations";
import {
  approveSettingInput,
  proposeCapacityInput,
  proposeSettingInput,
  refuseSettingInput,
} from "@/lib/setting/schema";

export const proposeSetting = action({
  permission: "setting:change",
  proposes: true,
  verb: "setting.propose",
  input: proposeSettingInput,
  async run(actor, input) {
    await mutations.proposeSetting(actor, input);
    return toList();
  },
});

export const approveSetting = action({
  permission: "setting:change",
  approves: true,
  verb: "setting.approve",
  decides: "settingChangeId",
  input: approveSettingInput,
  async run(actor, input) {
    await mutations.approveSetting(actor, ["TRAINING", "MONEY"], input);
    return toList();
  },
});

export const rejectSetting = action({
  permission: "setting:change",
  approves: true,
  verb: "setting.reject",
  decides: "settingChangeId",
  input: refuseSettingInput,
  async run(actor, input) {
    await mutations.rejectSetting(actor, ["TRAINING", "MONEY"], input);
    return toList();
  },
});

export const withdrawSetting = action({
  permission: "setting:change",
  proposes: true,
  verb: "setting.withdraw",
  input: approveSettingInput,
  async run(actor, input) {
    await mutations.withdrawSetting(actor, ["TRAINING", "MONEY"], input);
    return toList();
  },
});

export const proposeCapacity = action({
  permission: "yearCapacity:change",
  proposes: true,
  verb: "setting.propose",
  input: proposeCapacityInput,
  async run(actor, input) {
    await mutations.proposeCapacity(actor, input);
    return toList();
  },
});

export const approveCapacity = action({
  permission: "yearCapacity:change",
  approves: true,
  verb: "setting.approve",
  decides: "settingChangeId",
  input: approveSettingInput,
  async run(actor, input) {
    await mutations.approveSetting(actor, ["CAPACITY"], input);
    return toList();
  },
});

export const rejectCapacity = action({
  permission: "yearCapacity:change",
  approves: true,
  verb: "setting.reject",
  decides: "settingChangeId",
  input: refuseSettingInput,
  async run(actor, input) {
    await mutations.rejectSetting(actor, ["CAPACITY"], input);
    return toList();
  },
});

export const withdrawCapacity = action({
  permission: "yearCapacity:change",
  proposes: true,
  verb: "setting.withdraw",
  input: approveSettingInput,
  async run(actor, input) {
    await mutations.withdrawSetting(actor, ["CAPACITY"], input);
    return toList();
  },
});

function toList() {
  revalidatePath("/admin/parameters");
  return { to: "/admin/parameters" };
}
