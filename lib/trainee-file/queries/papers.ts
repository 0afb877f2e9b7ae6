import "server-only";
import { z } from "zod";
import { type Question, told } from "@/lib/database/together";
import { rowsOf } from "@/lib/trainee/queries/rows-of";
import { Prisma } from "@/prisma/generated/client";
import { AttendanceMark } from "@/prisma/generated/enums";

const certificate = z.object({
  id: z.string(),
  cohortId: z.string(),
  enrolmentId: z.string(),
  number: z.string(),
  issuedOn: told.day,
  voidedOn: told.day.nullable(),
  voidReason: z.string().nullable(),
  name: z.string().nullable(),
  course: z.string().nullable(),
  startsOn: told.day.nullable(),
  endsOn: told.day.nullable(),
});

/** R52, I38: what was issued to a person, with the facts as issued; void ones stay. */
export const certificatesOf = (traineeId: string): Question<typeof certificate> => ({
  asks: Prisma.sql`
    SELECT x.id, x.cohort_id, x.enrolment_id, x.number, x.issued_on, x.voided_on, x.void_reason, x.name, x.course, x.starts_on, x.ends_on
    FROM certificates x JOIN enrolments e ON e.id = x.enrolment_id
    WHERE e.trainee_id IN ${rowsOf(traineeId)} ORDER BY x.issued_on DESC, x.number DESC`,
  shape: certificate,
});

const leave = z.object({
  id: z.string(),
  cohortId: z.string(),
  enrolmentId: z.string(),
  cohort: z.string(),
  mark: z.enum(AttendanceMark),
  fromDay: told.day,
  toDay: told.day,
  reason: z.string(),
  approved: z.boolean().nullable(),
  decidedBy: z.string().nullable(),
  decision: z.string().nullable(),
});

/** R46: all leave a person asked for, the latest first. */
export const leavesOf = (traineeId: string): Question<typeof leave> => ({
  asks: Prisma.sql`
    SELECT v.id, e.cohort_id, e.id AS enrolment_id, c.number AS cohort, v.mark, v.from_day, v.to_day, v.reason, v.approved,
      d.name AS decided_by, v.decision
    FROM leaves v JOIN enrolments e ON e.id = v.enrolment_id JOIN cohorts c ON c.id = e.cohort_id
    LEFT JOIN accounts d ON d.id = v.decided_by_id
    WHERE e.trainee_id IN ${rowsOf(traineeId)} ORDER BY v.from_day DESC, v.id`,
  shape: leave,
});

const arrival = z.object({
  cohortId: z.string(),
  enrolmentId: z.string(),
  cohort: z.string(),
  day: told.day.nullable(),
  knownBy: z.enum(["NOTED", "ROLL", "LEDGER"]),
  notedBy: z.string().nullable(),
});

/** R26: since when a person was at the base for each cohort, and how that is known. */
export const arrivalsOf = (traineeId: string): Question<typeof arrival> => ({
  asks: Prisma.sql`
    SELECT e.cohort_id, e.id AS enrolment_id, c.number AS cohort, s.arrived_on AS day, s.known_by, b.name AS noted_by
    FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id JOIN arrival_standings s ON s.enrolment_id = e.id
    LEFT JOIN arrivals a ON a.id = s.arrival_id LEFT JOIN accounts b ON b.id = a.noted_by_id
    WHERE e.trainee_id IN ${rowsOf(traineeId)} AND s.known_by IS NOT NULL ORDER BY c.starts_on DESC, e.queue_no DESC`,
  shape: arrival,
});
