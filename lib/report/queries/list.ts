import "server-only";
import { disbursementReport } from "@/lib/report/queries/disbursements";
import { ledgerReport } from "@/lib/report/queries/ledger";
import type { Report } from "@/lib/report/queries/report";
import { rosterReport } from "@/lib/report/queries/roster";

/** Every report that leaves the portal as a file: routes, permissions and tests walk this list. */
export const reports: readonly Report[] = [rosterReport, ledgerReport, disbursementReport];

export const findReport = (kind: string): Report | undefined => reports.find((report) => report.kind === kind);
