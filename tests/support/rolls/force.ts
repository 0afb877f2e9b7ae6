import { expect } from "vitest";
import { sql } from "@/tests/support/database";
import { signingAccount } from "@/tests/support/signers";

// Marks as psql would write them: as the portal's own login, or as the owner, whom only the triggers hold back.

export const staff = signingAccount("BASE_STAFF") as string;
export const reviewer = signingAccount("COUNTY_REVIEWER") as string;
export const director = signingAccount("BASE_DIRECTOR") as string;

const noted = (type: string, id: string) =>
  `INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
   VALUES ('psql', '-', 'x.force', '${type}', '${id}');`;

/** A statement about one person in one lesson, with its audit entry. */
export const force = (lesson: string, person: string, statement: string, as: "app" | "owner" = "app") =>
  sql(as, noted("attendance", `${lesson}:${person}`) + statement);

/** A statement about one enrolment, with its audit entry. */
export const forceEnrolment = (id: string, statement: string, as: "app" | "owner" = "app") =>
  sql(as, noted("enrolment", id) + statement);

/** Something that no trigger sees; what is refused behind it undoes it too. */
export const unseen = (statement: string) =>
  `SET session_replication_role = replica; ${statement}; SET session_replication_role = origin;`;

export const insert = (lesson: string, person: string, { mark = "PRESENT", by = staff, pending = "" } = {}) =>
  `INSERT INTO attendances (lesson_id, trainee_id, mark, marked_by_id, pending_id)
   VALUES ('${lesson}', '${person}', '${mark}', '${by}', ${pending ? `'${pending}'` : "NULL"});`;

export const insertPending = (id: string, lesson: string, person: string, by = staff) =>
  `INSERT INTO pending_marks (id, lesson_id, trainee_id, mark, cause, seen_version, sent_by_id)
   VALUES ('${id}', '${lesson}', '${person}', 'PRESENT', 'LATE', 0, '${by}');`;

export const decide = (id: string, by: string, state: "ADOPTED" | "DISCARDED" = "ADOPTED") =>
  `UPDATE pending_marks SET state = '${state}', decided_by_id = '${by}' WHERE id = '${id}';`;

export const refused = (of: string) => ({ detail: expect.stringContaining(of) });
