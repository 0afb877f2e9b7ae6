import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/database/db";
import { publicName } from "@/lib/trainee/rules/mask";

const row = z.object({ type: z.string(), id: z.string(), name: z.string() });

/** What records are called by those who work with them, by id; a trainee as the audit keeps him, masked (R91). */
export async function findRecordNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => z.uuid().safeParse(id).success);
  if (known.length === 0) return new Map();

  const rows = await tx.$queryRaw`
    WITH asked AS (SELECT unnest(${known}::uuid[]) AS id)
    SELECT type, id::text, name FROM asked JOIN LATERAL (
      SELECT 'account' AS type, name FROM accounts WHERE id = asked.id
      UNION ALL SELECT 'trainee', name FROM trainees WHERE id = asked.id
      UNION ALL SELECT 'course', name FROM courses WHERE id = asked.id
      UNION ALL SELECT 'cohort', number || ' ' || title FROM cohorts WHERE id = asked.id
      UNION ALL SELECT 'enrolment', c.number || ' ' || t.name FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
        JOIN trainees t ON t.id = e.trainee_id WHERE e.id = asked.id
      UNION ALL SELECT 'lesson', day || ' ' || starts_at || ' ' || title FROM lessons WHERE id = asked.id
      UNION ALL SELECT 'trainer', name FROM trainers WHERE id = asked.id
      UNION ALL SELECT 'trainerLeave', i.name FROM trainer_leaves v JOIN trainers i ON i.id = v.trainer_id WHERE v.id = asked.id
      UNION ALL SELECT 'trainerCertificate', i.name || ' ' || x.name FROM trainer_certificates x JOIN trainers i ON i.id = x.trainer_id
        WHERE x.id = asked.id
      UNION ALL SELECT 'closure', r.name FROM classroom_closures k JOIN classrooms r ON r.number = k.classroom_number WHERE k.id = asked.id
      UNION ALL SELECT 'project', code || ' ' || name FROM projects WHERE id = asked.id
      UNION ALL SELECT 'adjustment', p.code || ' ' || p.name FROM project_adjustments a JOIN projects p ON p.id = a.project_id
        WHERE a.id = asked.id
      UNION ALL SELECT 'site', name FROM project_sites WHERE id = asked.id
      UNION ALL SELECT 'plan', year::text FROM aid_plans WHERE id = asked.id
      UNION ALL SELECT 'revenue', year::text FROM revenue_figures WHERE id = asked.id
      UNION ALL SELECT 'appropriation', document_no FROM appropriations WHERE id = asked.id
      UNION ALL SELECT 'disbursement', document_no FROM disbursements WHERE id = asked.id
      UNION ALL SELECT 'progress', document_no FROM investment_progress WHERE id = asked.id
      UNION ALL SELECT 'outside', item FROM outside_records WHERE id = asked.id
      UNION ALL SELECT 'setting', key FROM setting_changes WHERE id = asked.id
      UNION ALL SELECT 'export', kind FROM exports WHERE id = asked.id) AS found ON true`;
  return new Map(
    z
      .array(row)
      .parse(rows)
      .map(({ type, id, name }) => [id, type === "trainee" || type === "enrolment" ? masked(name) : name]),
  );
}

/** The number of the cohort stands before the name and stays. */
const masked = (name: string): string =>
  name.replace(
    /^(\d{4}-\w+ )?(.+)$/su,
    (_, number: string | undefined, person: string) => `${number ?? ""}${publicName(person)}`,
  );
