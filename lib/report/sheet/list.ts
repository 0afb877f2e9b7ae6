import "server-only";
import { z } from "zod";
import { arrivalReport, noShowReport } from "@/lib/report/queries/arrivals";
import { attendanceReport } from "@/lib/report/queries/attendance";
import { callReport } from "@/lib/report/queries/calls";
import { classroomHeatReport, classroomUseReport } from "@/lib/report/queries/classroom-use";
import { cohortReport } from "@/lib/report/queries/cohort-report";
import { completionReport, yearCompletionReport } from "@/lib/report/queries/completions";
import { differenceReport } from "@/lib/report/queries/differences";
import { ledgerReport } from "@/lib/report/queries/ledger";
import { lessonSheet } from "@/lib/report/queries/lesson-sheet";
import { accessReport } from "@/lib/report/queries/log/access";
import { auditReport } from "@/lib/report/queries/log/audit";
import { outsideReport } from "@/lib/report/queries/outside";
import { recordReports } from "@/lib/report/queries/records";
import { revenueReport } from "@/lib/report/queries/revenues";
import { rosterReport } from "@/lib/report/queries/roster";
import { signInSheet } from "@/lib/report/queries/sign-in-sheet";
import { timetableReport } from "@/lib/report/queries/timetable";
import { trainerReport } from "@/lib/report/queries/trainers";
import { yearReport } from "@/lib/report/queries/year-report";
import type { Report } from "@/lib/report/sheet/report";

/** Every report that leaves the portal as a file: routes, permissions and tests walk this list. */
export const reports: readonly Report[] = [
  rosterReport,
  arrivalReport,
  noShowReport,
  callReport,
  timetableReport,
  attendanceReport,
  signInSheet,
  lessonSheet,
  trainerReport,
  completionReport,
  cohortReport,
  yearReport,
  yearCompletionReport,
  classroomUseReport,
  classroomHeatReport,
  ledgerReport,
  ...Object.values(recordReports),
  revenueReport,
  outsideReport,
  differenceReport,
  auditReport,
  accessReport,
];

export const findReport = (kind: string): Report | undefined => reports.find((report) => report.kind === kind);

/** Invariants 5.1: what an address asks of a report; a field it does not know, one said twice, or a wrong one is no filter. */
export function readFilter({ filter }: { filter: z.ZodObject }, query: URLSearchParams): Filter | undefined {
  const asked = Object.fromEntries(query);
  if (Object.keys(asked).length !== [...query.keys()].length) return undefined;
  return z.strictObject(filter.shape).safeParse(asked).data;
}

type Filter = Record<string, unknown>;
