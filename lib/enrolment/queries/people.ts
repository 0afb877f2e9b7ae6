import "server-only";
import { z } from "zod";
import { db, type Tx } from "@/lib/database/db";
import { inBatches } from "@/lib/database/long-read";
import { unseal } from "@/lib/database/seal";
import { told } from "@/lib/database/together";
import { maskIdNumber, maskPhone } from "@/lib/trainee/rules/mask";
import type { Locale } from "@/lib/wording/locale";
import { Prisma } from "@/prisma/generated/client";
import { EnrolmentState, Sex } from "@/prisma/generated/enums";

const row = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(EnrolmentState),
  subsidised: z.boolean(),
  approvalNeeded: z.array(z.enum(["LATE", "OVER_AGE"])),
  approved: z.array(z.enum(["LATE", "OVER_AGE"])),
  waitStopped: z.string().nullable(),
  stateReason: z.string().nullable(),
  transferTo: z.string().nullable(),
  createdById: z.string(),
  transferRequestedById: z.string().nullable(),
  appliedAt: z.date(),
  traineeId: z.string(),
  name: z.string(),
  sex: z.enum(Sex),
  birthYear: z.number(),
  idNumberSealed: z.string(),
  phoneSealed: z.string().nullable(),
  villageContact: z.string().nullable(),
  ethnicity: z.string(),
  education: z.string().nullable(),
  category: z.string(),
  township: z.string(),
  village: z.string(),
  registeredPoor: z.boolean(),
  scheduled: z.number(),
  /** R26: since when the person is here, and how that is known; a ledger tells no day. */
  arrivedOn: told.day.nullable(),
  knownBy: z.enum(["NOTED", "ROLL", "LEDGER"]).nullable(),
  /** Away without leave from the last two lessons that were marked. */
  staysAway: z.boolean(),
});

const orders = {
  name: Prisma.sql`t.sort_name COLLATE "C", t.id`,
  "-name": Prisma.sql`t.sort_name COLLATE "C" DESC, t.id DESC`,
  village: Prisma.sql`v.township_code, v.code, t.sort_name COLLATE "C"`,
  "-village": Prisma.sql`v.township_code DESC, v.code DESC, t.sort_name COLLATE "C"`,
  state: Prisma.sql`e.state, t.sort_name COLLATE "C"`,
  "-state": Prisma.sql`e.state DESC, t.sort_name COLLATE "C"`,
  queue: Prisma.sql`e.queue_no`,
};

export type Order = keyof typeof orders;

/** The people of a cohort in some states, in one statement, with all numbers masked here (R91); those who wait come last, in their order (I5). */
export async function listPeople(cohortId: string, states: readonly EnrolmentState[], order: Order, locale: Locale) {
  const found = await db.$queryRaw(peopleOf(cohortId, states, order, locale));
  return z.array(row).parse(found).map(masked);
}

/** The same people for a file, whose columns say what of them is masked: here the numbers are open. */
export async function* eachPerson(
  tx: Tx,
  {
    cohortId,
    states,
    order,
    locale,
  }: { cohortId: string; states: readonly EnrolmentState[]; order: Order; locale: Locale },
) {
  for await (const people of inBatches(tx, peopleOf(cohortId, states, order, locale), row)) yield people.map(opened);
}

function peopleOf(cohortId: string, states: readonly EnrolmentState[], order: Order, locale: Locale): Prisma.Sql {
  const words = locale === "en" ? Prisma.sql`en` : Prisma.sql`zh`;
  return Prisma.sql`
    SELECT e.id, e.version, e.state, e.subsidised, e.approval_needed AS "approvalNeeded", e.wait_stopped AS "waitStopped", e.state_reason AS "stateReason", o.number AS "transferTo",
      ARRAY(SELECT need FROM enrolment_approvals a WHERE a.enrolment_id = e.id) AS approved, e.transfer_requested_by_id AS "transferRequestedById",
      e.created_by_id AS "createdById", e.applied_at AS "appliedAt", t.id AS "traineeId", t.name, t.sex, extract(year FROM t.birth_date)::int AS "birthYear",
      t.id_number_sealed AS "idNumberSealed", t.phone_sealed AS "phoneSealed", t.village_contact AS "villageContact",
      coalesce(ce.${words}, t.ethnicity) AS ethnicity, coalesce(cd.${words}, t.education) AS education, coalesce(cc.${words}, t.category) AS category,
      s.name AS township, v.name AS village, t.registered_poor AS "registeredPoor",
      (SELECT coalesce(sum(l.periods), 0)::int FROM trainee_lessons tl JOIN lessons l ON l.id = tl.lesson_id WHERE tl.enrolment_id = e.id) AS scheduled,
      a.arrived_on::text AS "arrivedOn", a.known_by AS "knownBy", k.stays_away AS "staysAway"
    FROM enrolments e JOIN arrival_standings a ON a.enrolment_id = e.id JOIN attendance_streaks k ON k.enrolment_id = e.id JOIN trainees t ON t.id = e.trainee_id JOIN villages v ON v.code = t.village_code JOIN townships s ON s.code = v.township_code
    LEFT JOIN cohorts o ON o.id = e.transfer_to_id
    LEFT JOIN code_items ce ON ce.kind = 'ETHNICITY' AND ce.code = t.ethnicity
    LEFT JOIN code_items cd ON cd.kind = 'EDUCATION' AND cd.code = t.education
    LEFT JOIN code_items cc ON cc.kind = 'TRAINEE_CATEGORY' AND cc.code = t.category
    WHERE e.cohort_id = ${cohortId}::uuid AND e.state::text = ANY (${states})
    ORDER BY CASE WHEN e.state = 'WAITLISTED' THEN e.queue_no END NULLS FIRST, ${orders[order]}`;
}

export type EnrolledPerson = Awaited<ReturnType<typeof listPeople>>[number];

function opened({ idNumberSealed, phoneSealed, ...person }: z.output<typeof row>) {
  return {
    ...person,
    idNumber: unseal("trainees", "id_number", person.traineeId, idNumberSealed),
    phone: phoneSealed && unseal("trainees", "phone", person.traineeId, phoneSealed),
  };
}

function masked(found: z.output<typeof row>) {
  const { idNumber, phone, ...person } = opened(found);
  return {
    ...person,
    idNumber: maskIdNumber(idNumber),
    lastFour: idNumber.slice(-4),
    phone: phone && maskPhone(phone),
  };
}
