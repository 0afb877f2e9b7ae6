import pg from "pg";
import { newId } from "@/lib/database/id";
import { appUrl } from "./database";
import { signingAccount } from "./signers";

/** An enrolment as psql would write it, with its audit entry, so that only the law itself can refuse it. */
export const insertEnrolment = (traineeId: string, cohortId: string, state = "CONFIRMED") => {
  const id = newId();
  return `WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
      VALUES ('psql', '-', 'enrolment.force', 'enrolment', '${id}'))
    INSERT INTO enrolments (id, trainee_id, cohort_id, state, created_by_id) VALUES ('${id}', '${traineeId}', '${cohortId}', '${state}', '${signingAccount("BASE_STAFF")}')`;
};

/** The same for an application that becomes a place. */
export const confirmEnrolment = (id: string) =>
  `WITH noted AS (INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
      VALUES ('psql', '-', 'enrolment.force', 'enrolment', '${id}'))
    UPDATE enrolments SET state = 'CONFIRMED' WHERE id = '${id}'`;

/** Many statements at the same moment, each on a connection of its own as the portal's role; tells which were taken. */
export async function allAtOnce(statements: string[]): Promise<boolean[]> {
  const clients = await Promise.all(
    statements.map(async () => {
      const client = new pg.Client({ connectionString: appUrl() });
      await client.connect();
      return client;
    }),
  );
  const answers = await Promise.allSettled(statements.map((statement, n) => clients[n]?.query(statement)));
  await Promise.all(clients.map((client) => client.end()));
  return answers.map(({ status }) => status === "fulfilled");
}
