import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { keyedHash } from "@/lib/seal";

/** The decision that came before this person's: the last word on the subject, when it was another's. */
export async function findEarlierDecision({ id: actorId }: Pick<Actor, "id">, subjectId: string) {
  const last = await db.auditEntry.findFirst({
    where: { subjectId },
    orderBy: { id: "desc" },
    select: { id: true, verb: true, actorId: true },
  });
  return last && last.actorId !== actorId && isDecision(last.verb) ? signOf(actorId, last.id) : null;
}

/** What the sign in an address stands for; it was made for one person and tells nobody else (I32). */
export async function findDecision({ id: actorId }: Pick<Actor, "id">, sign: string) {
  const id = z.coerce.bigint().safeParse(sign.split("-")[0]);
  if (!id.success || signOf(actorId, id.data) !== sign) return null;
  return db.auditEntry.findUnique({ where: { id: id.data }, select });
}

/** The ends of the verbs by which one person decides what another put forward; after one of them there is nothing left to decide. */
const decisive = [
  ...["approve", "reject", "return", "close", "returnClosing", "confirmLate", "approveTransfer", "declineTransfer"],
  ...["approveVoid", "lock", "withdraw"],
];

const isDecision = (verb: string): boolean => decisive.includes(verb.split(".")[1] ?? "");

const select = { verb: true, actorName: true, at: true, subjectType: true, subjectId: true } as const;

const signOf = (actorId: string, entry: bigint): string =>
  `${entry}-${keyedHash("decision", `${actorId} ${entry}`).replace(/\W/g, "").slice(0, 20)}`;
