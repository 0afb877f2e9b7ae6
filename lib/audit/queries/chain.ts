import "server-only";
import { z } from "zod";
import { db } from "@/lib/database/db";

const sealed = z.object({ number: z.number(), hash: z.string(), entries: z.number() });
const astray = z.object({ relation: z.string(), key: z.string().nullable(), wrong: z.string() });

/** I30: the blocks of the audit's chain, the oldest first, with the hash that is kept outside of the machine. */
export async function listBlocks() {
  const found =
    await db.$queryRaw`SELECT number, encode(hash, 'hex') AS hash, entries FROM audit_blocks ORDER BY number`;
  return z.array(sealed).parse(found);
}

const broken = z.object({ number: z.number().nullable(), wrong: z.string() });

/** Where the chain does not hold; empty when every sealed entry is what it was. */
export async function listBrokenBlocks() {
  return z.array(broken).parse(await db.$queryRaw`SELECT number, wrong FROM checks.audit_chain_broken ORDER BY number`);
}

/** Rows of money, places and papers that are not as they were last noted: somebody wrote them past the laws. */
export async function listRowsPastAudit() {
  return z
    .array(astray)
    .parse(await db.$queryRaw`SELECT relation, key, wrong FROM checks.row_past_audit ORDER BY relation, key`);
}
