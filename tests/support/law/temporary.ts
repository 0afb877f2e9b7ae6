import { newId } from "@/lib/database/id";
import { decideMoney, insertMoney, noted, wan } from "@/tests/support/money/rows";
import { insertEnrolment } from "@/tests/support/raw";
import { signingAccount } from "@/tests/support/signers";
import type { laws } from "./scene";

/** A temporary object that stands before one of ours, what is then tried, and how it shows that the law was deceived. */
export type Attack = { rule: string; what: string; object: string; act: string; won?: string };

const copyOf = (table: string, change = "") =>
  `CREATE TEMP TABLE ${table} (LIKE public.${table} INCLUDING ALL EXCLUDING GENERATED); INSERT INTO pg_temp.${table} SELECT * FROM public.${table};
   GRANT ALL ON pg_temp.${table} TO PUBLIC; ${change}`;
const emptyOf = (table: string, rows = "") =>
  `CREATE TEMP TABLE ${table} (LIKE public.${table} INCLUDING ALL EXCLUDING GENERATED); GRANT ALL ON pg_temp.${table} TO PUBLIC; ${rows}`;
const otherHash = `$argon2id$v=19$m=19456,t=2,p=1$${"a".repeat(22)}$${"b".repeat(43)}`;
/** What the thief does once something of his runs with the rights of a function's owner. */
const takeOver = `EXECUTE format('ALTER ROLE %I SUPERUSER', session_user)`;
const isSuperuser = "SELECT rolsuper AS won FROM pg_roles WHERE rolname = session_user";

export function attacks(of: Awaited<ReturnType<typeof laws>>): Attack[] {
  const [somebody, another] = [signingAccount("AID_OFFICER"), signingAccount("AID_LEADER")] as [string, string];
  const pay = (said: string, datedOn: string) => ({
    projectId: of.project,
    amount: wan(said),
    datedOn,
    createdById: somebody,
  });
  const late = newId();
  const over = newId();
  const back = newId();
  const big = newId();
  const setting = newId();
  const [lesson, ofAway] = [newId(), newId()];
  const payLate = noted(insertMoney("disbursement", { id: late, ...pay("1", "2017-12-05") }), late);
  return [
    { rule: "I24", what: "a payment in a locked month", object: emptyOf("fund_months"), act: payLate },
    {
      rule: "R67",
      what: "a payment over what is arranged",
      object: [
        copyOf("projects", "UPDATE pg_temp.projects SET arranged = 900000000000"),
        copyOf("appropriations", "UPDATE pg_temp.appropriations SET amount = 900000000000"),
      ].join("; "),
      act: noted(decideMoney("disbursement", of.tooMuch, "APPROVED", another), of.tooMuch),
    },
    {
      rule: "R68",
      what: "an arrangement over the year's plan",
      object: copyOf("aid_funds", "UPDATE pg_temp.aid_funds SET approved_total = 900000000000"),
      act: noted(decideMoney("appropriation", of.overPlan, "APPROVED", another), of.overPlan),
    },
    {
      rule: "R75",
      what: "a reversal of a part",
      object: `${emptyOf("disbursements")} INSERT INTO pg_temp.disbursements SELECT * FROM public.disbursements WHERE id = '${of.paid}';
        UPDATE pg_temp.disbursements SET amount = 1`,
      act: noted(
        insertMoney("disbursement", {
          id: back,
          ...pay("0", "2018-03-05"),
          amount: -1n,
          reversalOfId: of.paid,
        }).replace("INTO ", "INTO public."),
        back,
      ),
    },
    {
      rule: "R21",
      what: "a place in a year that is full",
      object: copyOf("training_years", "UPDATE pg_temp.training_years SET capacity = 99999"),
      act: noted(`UPDATE public.enrolments SET state = 'CONFIRMED' WHERE id = '${of.applied}'`, of.applied),
    },
    {
      rule: "I2",
      what: "a place in a cohort that is full",
      object: copyOf("cohorts", "UPDATE pg_temp.cohorts SET seats = 200"),
      act: insertEnrolment(of.waiting, of.fullCohort),
    },
    {
      rule: "I29",
      what: "a change with its entry in a table of the thief",
      object: emptyOf(
        "audit_entries",
        `INSERT INTO pg_temp.audit_entries (actor_name, actor_role, verb, subject_type, subject_id) VALUES ('x', 'x', 'x', 'x', '${of.draft}')`,
      ),
      act: `UPDATE public.cohorts SET title = 'x' WHERE id = '${of.draft}'`,
    },
    {
      rule: "R29",
      what: "more seats than a course of its kind may have",
      object: emptyOf("parameters", "INSERT INTO pg_temp.parameters VALUES ('seats_skill', '1900-01-01', 999, 'x')"),
      act: noted(`UPDATE public.cohorts SET seats = 120, version = version + 1 WHERE id = '${of.draft}'`, of.draft),
    },
    {
      rule: "I15",
      what: "a cohort against the arrows",
      object: emptyOf("cohort_moves", "INSERT INTO pg_temp.cohort_moves VALUES ('DRAFT', 'REJECTED')"),
      act: noted(
        `UPDATE public.cohorts SET state = 'REJECTED', version = version + 1 WHERE id = '${of.draft}'`,
        of.draft,
      ),
    },
    {
      rule: "I15",
      what: "an enrolment against the arrows",
      object: emptyOf("enrolment_moves", "INSERT INTO pg_temp.enrolment_moves VALUES ('CANCELLED', 'APPLIED')"),
      act: noted(`UPDATE public.enrolments SET state = 'APPLIED' WHERE id = '${of.cancelled}'`, of.cancelled),
    },
    {
      rule: "R36",
      what: "a lesson in a classroom that is closed",
      object: emptyOf("classroom_closures"),
      act: noted(
        `INSERT INTO lessons (id, classroom_number, trainer_id, title, kind, day, starts_at, ends_at, periods, created_by_id)
          VALUES ('${lesson}', 11, '${of.trainer}', 'x', 'THEORY', '2018-08-09', '09:00', '10:00', 1, '${somebody}')`,
        lesson,
      ),
    },
    {
      rule: "R36",
      what: "a lesson of a trainer who is on leave",
      object: emptyOf("trainer_leaves"),
      act: noted(
        `INSERT INTO lessons (id, classroom_number, trainer_id, title, kind, day, starts_at, ends_at, periods, created_by_id)
          VALUES ('${ofAway}', 8, '${of.away}', 'x', 'THEORY', '2018-08-10', '09:00', '10:00', 1, '${somebody}')`,
        ofAway,
      ),
    },
    {
      rule: "I11",
      what: "one trainee in two lessons at once",
      object: emptyOf("trainee_lessons"),
      act: insertEnrolment(of.busy, of.sameHour),
    },
    {
      rule: "R101",
      what: "the last security administrator out of use",
      object: copyOf("accounts", `UPDATE pg_temp.accounts SET id = '${newId()}' WHERE id = '${of.security}'`),
      act: noted(`UPDATE public.accounts SET disabled_at = now() WHERE id = '${of.security}'`, of.security),
    },
    {
      rule: "I33",
      what: "a sign-in that outlives its account",
      object: emptyOf("sign_ins"),
      act: noted(`UPDATE accounts SET disabled_at = now() WHERE id = '${of.clerk}'`, of.clerk),
      won: `SELECT ended_at IS NULL AS won FROM public.sign_ins WHERE account_id = '${of.clerk}'`,
    },
    {
      rule: "R100",
      what: "a password that is not remembered",
      object: emptyOf("former_passwords"),
      act: noted(`UPDATE accounts SET password_hash = '${otherHash}' WHERE id = '${of.clerk}'`, of.clerk),
      won: `SELECT NOT EXISTS (SELECT FROM public.former_passwords WHERE account_id = '${of.clerk}' AND hash = '${otherHash}') AS won`,
    },
    {
      rule: "R24",
      what: "a figure outside of its limits",
      object: copyOf("setting_kinds", "UPDATE pg_temp.setting_kinds SET most = 999999"),
      act: noted(
        `INSERT INTO setting_changes (id, key, valid_from, value, reason, document_no, created_by_id)
          VALUES ('${setting}', 'capacity_notice_percent', '2030-01-01', 900, 'x', 'x', '${signingAccount("SYS_ADMIN")}')`,
        setting,
      ),
    },
    {
      rule: "I30",
      what: "a look that is never sealed",
      object: emptyOf("access_entries"),
      act: "INSERT INTO public.access_entries (verb, address) VALUES ('trainee.reveal', '-'); SELECT seal_audit()",
      won: "SELECT NOT EXISTS (SELECT FROM public.audit_blocks WHERE log = 'ACCESS') AND EXISTS (SELECT FROM public.access_entries) AS won",
    },
    {
      rule: "I30",
      what: "a trigger that runs with the rights of a function's owner",
      object: `${emptyOf("fund_months")} CREATE FUNCTION pg_temp.taken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${takeOver}; RETURN NEW; END $$;
        CREATE TRIGGER t BEFORE INSERT ON pg_temp.fund_months FOR EACH ROW EXECUTE FUNCTION pg_temp.taken()`,
      act: noted(insertMoney("disbursement", { id: over, ...pay("1", "2018-03-05") }), over),
      won: isSuperuser,
    },
    {
      rule: "I30",
      what: "a type whose condition runs with the rights of a function's owner",
      object: `CREATE FUNCTION pg_temp.taken(text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN ${takeOver}; RETURN true; END $$;
        CREATE DOMAIN pg_temp."MonthState" AS text CHECK (pg_temp.taken(VALUE))`,
      act: noted(insertMoney("disbursement", { id: big, ...pay("1", "2018-03-05") }), big),
      won: isSuperuser,
    },
  ];
}
