import { expect, test } from "vitest";
import { stepsOf } from "@/components/fund/overview/steps";
import { findFundOverview } from "@/lib/fund/queries/dashboard";
import type { FundFilter } from "@/lib/fund/schema/filter";
import { recordReports } from "@/lib/report/queries/records";
import { day } from "@/lib/value/calendar";
import { formatWan } from "@/lib/value/money";
import { take } from "@/tests/support/exports";
import * as make from "@/tests/support/make";

const at = (year: number): FundFilter => ({ year, since: year, asOf: day(`${year}-12-31`) });

test("R79, 结转: a year's rate holds its own arrangements; what is paid on those of earlier years is named apart", async () => {
  const { id } = await make.project({ on: day("2004-01-05") });
  for (const year of [2004, 2005]) await make.plan(year);
  await make.sum("appropriation", id, "1000", "2004-02-01");
  await make.sum("disbursement", id, "700", "2004-06-01");
  await make.sum("appropriation", id, "400", "2005-02-01");
  await make.sum("disbursement", id, "250", "2005-03-01");
  await make.sum("disbursement", id, "150", "2005-04-01");
  await make.sum("progress", id, "500", "2005-05-01");

  const shown = async (filter: FundFilter) =>
    Object.fromEntries(stepsOf(await findFundOverview(filter), filter).map(({ figure, text }) => [figure, text]));

  expect(await shown(at(2004))).toEqual({ "payment-rate": "70.0 %", "completion-rate": "0.0 %" });
  expect(await shown(at(2005))).toEqual({
    "own-disbursed": "100.00",
    "payment-rate": "25.0 %",
    "own-completed": "0.00",
    "completion-rate": "0.0 %",
  });
  expect(await shown({ ...at(2005), since: 2004 })).toEqual({ "payment-rate": "78.6 %", "completion-rate": "35.7 %" });

  const { totals } = await findFundOverview(at(2005));
  expect([totals.disbursed, totals.disbursed - totals.ownDisbursed].map(formatWan)).toEqual(["400.00", "300.00"]);
  const { rows, people: lines } = await take(
    { report: recordReports.disbursements, filter: { year: 2005 }, format: "xlsx" },
    make.actor("AID_OFFICER", day("2006-01-10")),
  );
  expect(lines.map((line) => line[7])).toEqual([0, 25]);
  expect(rows.map(([first]) => first)).toContain("其中结转（支付以前年度的安排）：300.00 万元");
});
