import type { Role } from "@/prisma/generated/enums";

export const demoPassword = "portal-demo-2018";

type DemoAccount = { username: string; name: string; role: Role };

/** A trainer of the demo, who takes the rolls of the own lessons; made once there are trainers. */
export const demoTrainer = { username: "zhima", name: "格绒志玛", role: "TRAINER" } as const satisfies DemoAccount;

/** One demo account per role that is switched on; two people at the base, so that one may approve what the other proposed. */
export const demoAccounts: DemoAccount[] = [
  { username: "yangjin", name: "央金", role: "BASE_STAFF" },
  { username: "danzeng", name: "单增", role: "BASE_DIRECTOR" },
  { username: "liming", name: "李明", role: "COUNTY_REVIEWER" },
  { username: "aid", name: "周敏", role: "AID_OFFICER" },
  { username: "leader", name: "陈立", role: "AID_LEADER" },
  { username: "admin", name: "王伟", role: "SYS_ADMIN" },
  { username: "security", name: "刘洋", role: "SEC_ADMIN" },
  { username: "auditor", name: "赵静", role: "AUDITOR" },
];
