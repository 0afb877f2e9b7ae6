import type { Actor } from "@/lib/auth/actor";
import { approveRecord } from "@/lib/fund/commands/decide";
import { lockMonth, submitMonth } from "@/lib/fund/commands/month";
import { recordPlan } from "@/lib/fund/commands/plan";
import { recordDisbursement, recordOutside, recordRevenue } from "@/lib/fund/commands/record";
import { closeYear, proposeClosing } from "@/lib/fund/commands/year";
import type { Kind } from "@/lib/fund/rules/ledger";
import { addDays, type Day, day } from "@/lib/value/calendar";
import { monthAt } from "@/lib/value/period";
import type { PlanBasis, RevenueCertainty } from "@/prisma/generated/enums";
import { askForLaterDay, carryOut, handedIn, handOverBase, wan } from "./project-story";
import { earlierYears, projectsOfEarlier } from "./projects";
import { projectsOf2018 } from "./projects-of-2018";
import type { Cast } from "./story";

/** Revenue of the year before and the year's total, in 万元; all 示意. */
const figures: Record<number, { revenue: string; total: string }> = {
  2012: { revenue: "368000", total: "1900" },
  2013: { revenue: "406000", total: "2100" },
  2014: { revenue: "442000", total: "2250" },
  2015: { revenue: "472000", total: "2400" },
  2016: { revenue: "496000", total: "2500" },
  2017: { revenue: "508000", total: "2616.59" },
};

/** domain.md section 11, the money: one person writes down, another approves, month by month, as the screens have it. */
export async function accountForAid(cast: Cast): Promise<void> {
  const ids = new Map<string, string>();
  for (const year of earlierYears) {
    await foundYear(cast, year);
    for (const project of projectsOfEarlier(year)) ids.set(project.code, await carryOut(cast, year, inFull(project)));
    for (let month = 1; month <= 12; month++) await closeMonth(cast, year, month);
    await closeBooks(cast, year);
  }

  await found2018(cast);
  await keepOtherBooks(cast);
  await handOverBase(cast, ids.get("P17-01") ?? "");
  for (const project of projectsOf2018) ids.set(project.code, await carryOut(cast, 2018, project));
  for (let month = 1; month <= 6; month++) await closeMonth(cast, 2018, month);
  await askForLaterDay(cast, ids.get("E18-01") ?? "");
  await leaveWork(cast, ids.get("P18-01") ?? "");
}

/** Paid in May, and the rest after it was handed over in November; completed with the last payment. */
function inFull(project: ReturnType<typeof projectsOfEarlier>[number]): typeof project {
  const [whole = "0", fraction] = project.arranged.split(".");
  const first = (BigInt(whole) * 6n) / 10n;
  const rest = `${BigInt(whole) - first}${fraction ? `.${fraction}` : ""}`;
  return {
    ...project,
    paid: [
      ["05-20", String(first)],
      ["12-05", rest],
    ],
    completed: [
      ["09-30", String(first)],
      ["12-10", rest],
    ],
    ...(!project.finishedNextYear && { finishedOn: "10-31" }),
  };
}

async function foundYear(cast: Cast, year: number) {
  const { revenue, total } = figures[year] ?? { revenue: "0", total: "0" };
  await agreed(cast, day(`${year}-01-05`), "revenue", (officer, datedOn) =>
    recordRevenue(officer, revenueOf(year - 1, revenue, "CONFIRMED", `青财预〔${year}〕1号（示意）`, datedOn)),
  );
  await agreed(cast, day(`${year}-01-10`), "plan", (officer, datedOn) =>
    recordPlan(officer, planOf(year, total, "ADDITIONAL", "按县方急需追加（示意）", datedOn)),
  );
}

async function found2018(cast: Cast) {
  await agreed(cast, day("2018-01-05"), "revenue", (officer, datedOn) =>
    recordRevenue(
      officer,
      revenueOf(
        2017,
        "514000",
        "IMPLIED",
        // 四川日报 of 2018-08-23 prints the standard; what the office worked with since January is a paper of its own.
        "青援藏办〔2018〕1号（示意）",
        datedOn,
        "由应拨标准 2,570 万元按 0.5 % 推算，未公布",
      ),
    ),
  );
  await agreed(cast, day("2018-01-08"), "plan", (officer, datedOn) =>
    recordPlan(
      officer,
      planOf(2018, "3600", "EARLY", "提前实施原列 2020 年的太阳能提灌站 1,000 万元，其余为年初追加", datedOn),
    ),
  );
}

const revenueOf = (
  year: number,
  amount: string,
  certainty: RevenueCertainty,
  documentNo: string,
  datedOn: Day,
  note = "",
) => ({
  ...handedIn,
  ...{ year, amount: wan(amount), certainty, documentNo, datedOn, note },
});

const planOf = (year: number, total: string, basis: PlanBasis, reason: string, datedOn: Day) => ({
  ...handedIn,
  ...{ year, total: wan(total), basis, documentNo: `青援藏联〔${year}〕1号（示意）`, reason, datedOn },
});

/** R78: the operating match of 65 a year (示意 split) and the company's plan of 3,000, neither of them aid money. */
async function keepOtherBooks(cast: Cast) {
  const lines = [
    ["OPERATING", "人员（示意）", "30", "2018-03-01"],
    ["OPERATING", "耗材（示意）", "15", "2018-03-01"],
    ["OPERATING", "维护（示意）", "12", "2018-03-01"],
    ["OPERATING", "交通（示意）", "8", "2018-03-01"],
    ["SOCIAL", "企业意向投资", "3000", "2018-05-18"],
  ] as const;
  for (const [ledger, item, amount, on] of lines) {
    await agreed(cast, day(on), "outside", (officer, datedOn) =>
      recordOutside(officer, {
        ...handedIn,
        ...{ ledger, item, amount: wan(amount), isPlanned: ledger === "SOCIAL", datedOn },
        documentNo: `青援藏办函〔2018〕${ledger === "SOCIAL" ? 9 : 3}号（示意）`,
        note: ledger === "SOCIAL" ? "意向，未到位" : "年度运营匹配 65 万元",
      }),
    );
  }
}

/** What the demo finds undone: a payment that waits for the leader, and the plan of 2019 as a draft. */
async function leaveWork(cast: Cast, projectId: string) {
  await recordDisbursement(cast("aid", day("2018-08-21")), {
    ...handedIn,
    ...{ projectId, amount: wan("20"), datedOn: day("2018-08-21"), documentNo: "青援拨〔2018〕27号（示意）" },
    ...{ payee: "得荣县财政局", account: "COUNTY", note: "" },
  });
  await agreed(cast, day("2018-08-20"), "revenue", (officer, datedOn) =>
    recordRevenue(
      officer,
      revenueOf(2018, "532000", "PROVISIONAL", "青财预测〔2018〕2号（示意）", datedOn, "预计数，年终核定"),
    ),
  );
  await recordPlan(cast("aid", day("2018-08-21")), {
    ...planOf(2019, "2660", "OTHER", "按预计收入测算（示意）", day("2018-08-21")),
    intent: "DRAFT",
  });
}

/** Written down by the officer, approved by the leader the day after, at the latest on the day the demo stands on. */
export async function agreed(
  cast: Cast,
  on: Day,
  kind: Kind,
  write: (officer: Actor, on: Day) => Promise<{ id: string }>,
): Promise<void> {
  const { id } = await write(cast("aid", on), on);
  await approveRecord(cast("leader", addDays(on, 1)), { kind, recordId: id, version: 1 });
}

async function closeMonth(cast: Cast, year: number, month: number) {
  const name = monthAt(year, month);
  const after = month === 12 ? day(`${year + 1}-01-03`) : day(`${year}-${String(month + 1).padStart(2, "0")}-03`);
  await submitMonth(cast("aid", after), { month: name });
  await lockMonth(cast("leader", addDays(after, 1)), { month: name, version: 2 });
}

async function closeBooks(cast: Cast, year: number) {
  await proposeClosing(cast("aid", day(`${year + 1}-01-10`)), { year, version: 1, reason: undefined });
  await closeYear(cast("leader", day(`${year + 1}-01-11`)), { year, version: 2 });
}
