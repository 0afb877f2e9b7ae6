import { sql } from "@/tests/support/database";
import type { Sent } from "./writers";

/** What the database holds of some forms: the keys it knows, and by mark the effects and their entries in the audit. */
export async function storedOf(sent: Sent[]) {
  const keys = await sql<{ key: string }>("owner", "SELECT key::text FROM submissions WHERE key = ANY ($1::uuid[])", [
    sent.map(({ key }) => key),
  ]);
  const effects = await sql<{ mark: string; entries: number }>(
    "owner",
    `SELECT mark, (SELECT count(*)::int FROM audit_entries a WHERE a.subject_id = e.id::text) AS entries FROM (
       SELECT id, trainee_id::text AS mark FROM enrolments UNION ALL
       SELECT id, title FROM lessons UNION ALL
       SELECT id, document_no FROM disbursements) AS e WHERE mark = ANY ($1)`,
    [sent.map(({ mark }) => mark)],
  );
  return { keys: keys.map(({ key }) => key).sort(), effects };
}
