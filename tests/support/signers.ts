import type { Role } from "@/prisma/generated/enums";
import { sql } from "./database";

/** The roles that sign for cohorts, enrolments, money and figures, and how many people of each a database of the tests holds; a browser's has few to show. */
const signing = ["BASE_STAFF", "BASE_DIRECTOR", "COUNTY_REVIEWER", "AID_OFFICER", "AID_LEADER", "SYS_ADMIN"] as const;
const people = process.env.VITEST ? 150 : 12;

type Signing = (typeof signing)[number];

const idOf = (role: Signing, n: number) =>
  `00000000-0000-7000-8001-${String(signing.indexOf(role)).padStart(4, "0")}${String(n).padStart(8, "0")}`;

// I16: a signature is taken of an active account only, so those who act in the tests have one; the portal's own way would cost a hash each.
await sql(
  "owner",
  `WITH made AS (
     INSERT INTO accounts (id, username, name, role)
     SELECT id::uuid, username, username, role::"Role" FROM unnest($1::text[], $2::text[], $3::text[]) AS t (id, username, role)
     ON CONFLICT DO NOTHING RETURNING id)
   INSERT INTO audit_entries (actor_name, actor_role, verb, subject_type, subject_id)
   SELECT 'make', '-', 'account.make', 'account', id::text FROM made`,
  columns(),
);

function columns() {
  const rows = signing.flatMap((role) =>
    Array.from({ length: people }, (_, n) => [idOf(role, n), `${role.toLowerCase().replaceAll("_", "-")}-${n}`, role]),
  );
  return [0, 1, 2].map((column) => rows.map((row) => row[column]));
}

const taken = new Map<Role, number>();

/** The account of the next person of a role, another one each time; undefined for a role that signs nothing. */
export function signingAccount(role: Role): string | undefined {
  if (!signs(role)) return undefined;
  const n = taken.get(role) ?? Math.floor(Math.random() * people);
  taken.set(role, n + 1);
  return idOf(role as Signing, n % people);
}

export const signs = (role: Role): boolean => (signing as readonly Role[]).includes(role);
