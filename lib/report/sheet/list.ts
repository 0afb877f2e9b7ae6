import "server-only";
import { accessReport } from "@/lib/report/queries/access";
import { auditReport } from "@/lib/report/queries/audit";
import { cohortReport } from "@/lib/report/queries/cohort-report";
import { completionReport, yearCompletionReport } from "@/lib/report/queries/completions";
import { differenceReport } from "@/lib/report/queries/differences";
import { ledgerReport } from "@/lib/report/queries/ledger";
import { outsideReport } from "@/lib/report/queries/outside";
import { recordReports } from "@/lib/report/queries/records";
import { revenueReport } from "@/lib/report/queries/revenues";
import { rosterReport } from "@/lib/report/queries/roster";
import { yearReport } from "@/lib/report/queries/year-report";
import type { Report } from "@/lib/report/sheet/report";

/** Every report that leaves the portal as a file: routes, permissions and tests walk this list. */
export const reports: readonly Report[] = [
  rosterReport,
  completionReport,
  cohortReport,
  yearReport,
  yearCompletionReport,
  ledgerReport,
  ...Object.values(recordReports),
  revenueReport,
  outsideReport,
  differenceReport,
  auditReport,
  accessReport,
];

export const findReport = (kind: string): Report | undefined => reports.find((report) => report.kind === kind);
