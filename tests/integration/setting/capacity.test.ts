import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/database/db";
import { approveSetting, rejectSetting, withdrawSetting } from "@/lib/setting/actions";
import { proposeSetting } from "@/lib/setting/commands/propose";
import { countToSign, listChanges } from "@/lib/setting/queries";
import { day } from "@/lib/value/calendar";
import * as make from "@/tests/support/make";
import { press } from "@/tests/support/press";

// What only a running Next can say: who is signed in, and which page is to be made anew.
const request = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/auth/actor", () => ({
  findActor: async () => request.actor,
  addressAsked: async () => "/admin/parameters",
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/wording/translations", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

const today = day("2018-08-22");
const [director, reviewer] = [make.actor("BASE_DIRECTOR", today), make.actor("COUNTY_REVIEWER", today)];
const grounds = { reason: "教室改造", documentNo: "得人社〔2018〕12号" };
const said = { stateReason: "本年不再扩大" };
const acts = { approveSetting, rejectSetting, withdrawSetting };

let year = 2030;
async function proposed(by: Actor = director) {
  const validFrom = day(`${++year}-01-01`);
  const { id } = await proposeSetting(by, {
    key: "year_capacity",
    value: "2100",
    validFrom,
    ...grounds,
  });
  return { year, settingChangeId: id, version: "1" };
}
const as = (
  actor: Actor | null,
  act: keyof typeof acts,
  { year: _, ...which }: Awaited<ReturnType<typeof proposed>>,
) => {
  request.actor = actor;
  return press(acts[act], { ...which, ...(act === "rejectSetting" && said) });
};
const stateOf = async (id: string) =>
  (await db.settingChange.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

test("invariants 4: neither staff nor the leader of the aid office signs, refuses or takes back a year's capacity", async () => {
  const which = await proposed();

  for (const role of ["BASE_STAFF", "AID_LEADER", "SYS_ADMIN"] as const)
    for (const act of Object.keys(acts) as (keyof typeof acts)[])
      expect(await as(make.actor(role, today), act, which)).toMatchObject({ refusal: "NOT_ALLOWED" });

  expect(await as(null, "approveSetting", which)).toMatchObject({ refusal: "SIGNED_OUT" });
  expect(await stateOf(which.settingChangeId)).toBe("PROPOSED");
});

test("R24: the base proposes and takes back, the county signs and refuses, and neither does the other's part", async () => {
  const [signed, refused, back] = [await proposed(), await proposed(), await proposed()];

  expect(await as(director, "approveSetting", signed)).toMatchObject({ refusal: "NOT_ALLOWED" });
  expect(await as(director, "rejectSetting", refused)).toMatchObject({ refusal: "NOT_ALLOWED" });
  expect(await as(reviewer, "withdrawSetting", back)).toMatchObject({ refusal: "NOT_ALLOWED" });

  expect(await as(reviewer, "approveSetting", signed)).toMatchObject({ to: "/admin/parameters" });
  expect(await as(reviewer, "rejectSetting", refused)).toMatchObject({ to: "/admin/parameters" });
  expect(await as(director, "withdrawSetting", back)).toMatchObject({ to: "/admin/parameters" });
  expect(await Promise.all([signed, refused, back].map((one) => stateOf(one.settingChangeId)))).toEqual([
    "APPROVED",
    "REJECTED",
    "WITHDRAWN",
  ]);
  const [noted] = (await listChanges({ key: "year_capacity" })).filter(({ id }) => id === refused.settingChangeId);
  expect(noted).toMatchObject({ ...said, state: "REJECTED", value: 2100, documentNo: grounds.documentNo });
});

test("R24: another director of the base does not take back what he did not propose, and a refusal says why", async () => {
  const which = await proposed();

  expect(await as(make.actor("BASE_DIRECTOR", today), "withdrawSetting", which)).toMatchObject({
    refusal: "NOT_ALLOWED",
  });
  request.actor = reviewer;
  const { year: _, ...bare } = which;
  expect(await press(rejectSetting, { ...bare, stateReason: " " })).toMatchObject({ state: "invalid" });
  expect(await stateOf(which.settingChangeId)).toBe("PROPOSED");
});

test("I27, R102: what another decided meanwhile is told as his decision, and each try at the paper of another domain is in the log", async () => {
  const which = await proposed();
  await as(reviewer, "approveSetting", which);
  const late = await as(make.actor("COUNTY_REVIEWER", today), "rejectSetting", which);
  const other = await as(director, "approveSetting", await proposed(make.actor("BASE_DIRECTOR", today)));

  expect(late).toMatchObject({ state: "led on", to: expect.stringMatching(/^\/admin\/parameters\?decided=/) });
  expect(other).toMatchObject({ refusal: "NOT_ALLOWED" });
  expect(await db.accessEntry.count({ where: { accountId: director.id, field: "setting.approve" } })).toBe(2);
});

test("R24: what waits for a signature is counted for the office that has not signed yet", async () => {
  const [before, own] = [await countToSign("COUNTY_REVIEWER"), await countToSign("BASE_DIRECTOR")];

  await proposed();

  expect(await countToSign("COUNTY_REVIEWER")).toBe(before + 1);
  expect(await countToSign("BASE_DIRECTOR")).toBe(own);
  expect(await countToSign("BASE_STAFF")).toBe(0);
});
