import "server-only";
import { z } from "zod";
import type { Verb } from "@/lib/audit/verbs";
import { db, type Tx } from "@/lib/database/db";
import { later } from "@/lib/database/direct";
import type { Messages } from "@/lib/wording/messages";
import { Prisma } from "@/prisma/generated/client";

/** Who stands in the audit: a person, or the command line of the server, which has no account. */
export type Doer = { id: string | null; name: string; role: string };

/** The role of the command line. */
export const operations = "OPERATIONS";

export type Subject = {
  /** One that the audit has a name for in every language. */
  type: keyof Messages["audit"]["subjects"];
  id: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  reason?: string | undefined;
};

/**
 * I29: one entry for one change, in the transaction of the change; the database refuses the COMMIT without it.
 * `before` and `after` hold the fields that changed, personal ones masked or left out.
 */
export async function recordAudit(tx: Tx, actor: Doer, verb: Verb, subject: Subject): Promise<void> {
  const { type, id, before = {}, after = {}, reason = null } = subject;
  const told = [before, after].map((row) => Prisma.sql`${JSON.stringify(row)}::jsonb`);
  later(
    tx,
    Prisma.sql`
    INSERT INTO audit_entries (actor_id, actor_name, actor_role, verb, subject_type, subject_id, before, after, reason)
    VALUES (${actor.id}::uuid, ${actor.name}, ${actor.role}, ${verb}, ${type}, ${id}, ${Prisma.join(told)}, ${reason})`,
  );
}

export type Access = {
  verb: string;
  subjectType?: string;
  subjectId?: string;
  field?: string;
  reason?: string;
  rows?: number;
};

/** R92, R102: one line in the access log: a reveal, an export, a sign-in, a knock at a closed door. */
export async function recordAccess(
  tx: Tx,
  actor: { id: string | null; address: string },
  access: Access,
): Promise<void> {
  const { verb, subjectType = null, subjectId = null, field = null, reason = null, rows = null } = access;
  await tx.$executeRaw`
    INSERT INTO access_entries (account_id, verb, subject_type, subject_id, field, reason, rows, address)
    VALUES (${actor.id}::uuid, ${verb}, ${subjectType}, ${subjectId}, ${field}, ${reason}, ${rows}::int, ${actor.address})`;
}

const block = z.object({ number: z.number(), log: z.string(), entries: z.number(), hash: z.string() });

/** I30: seals what is new in the audit, the access log and the marks of the rows; gives the blocks that were added, none when there is nothing new or somebody else is at it. */
export async function sealAudit() {
  return z
    .array(block)
    .parse(await db.$queryRaw`SELECT number, log, entries, encode(hash, 'hex') AS hash FROM seal_audit()`);
}
