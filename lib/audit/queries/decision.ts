import "server-only";
import { z } from "zod";
import { asNamedNow } from "@/lib/audit/rules";
import { db } from "@/lib/database/db";
import { keyedHash } from "@/lib/database/seal";

type Reader = { id: string };

/** The decision that came before this person's: the last word on the subject, when it was another's. */
export async function findEarlierDecision({ id: actorId }: Reader, field: string, subject: string) {
  if (field === "requestId") return findDecidedRequest(actorId, subject);
  if (field === "correctionId") return findDecidedCorrection(actorId, subject);
  const subjectId = subject;
  const last = await db.auditEntry.findFirst({
    where: { subjectId },
    orderBy: { id: "desc" },
    select: { id: true, verb: true, actorId: true },
  });
  return last && last.actorId !== actorId && isDecision(last.verb) ? signOf(actorId, last.id) : null;
}

/** A wish for certificates is noted with its cohort, to which other things happen as well. */
async function findDecidedRequest(actorId: string, requestId: string) {
  if (!z.uuid().safeParse(requestId).success) return null;
  const request = await db.certificateRequest.findUnique({
    where: { id: requestId },
    select: { cohortId: true, kind: true, approved: true, decidedById: true },
  });
  if (!request?.decidedById || request.decidedById === actorId) return null;
  const verb = !request.approved ? "reject" : request.kind === "VOID" ? "approveVoid" : "approve";
  const last = await db.auditEntry.findFirst({
    where: { subjectId: request.cohortId, actorId: request.decidedById, verb: `certificate.${verb}` },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return last && signOf(actorId, last.id);
}

/** A wish to correct a number is noted with its person, to whom other things happen as well. */
async function findDecidedCorrection(actorId: string, correctionId: string) {
  if (!z.uuid().safeParse(correctionId).success) return null;
  const wish = await db.identityCorrection.findUnique({
    where: { id: correctionId },
    select: { traineeId: true, approved: true, decidedById: true },
  });
  if (!wish?.decidedById || wish.decidedById === actorId) return null;
  const verb = `trainee.${wish.approved ? "approveCorrection" : "rejectCorrection"}`;
  const last = await db.auditEntry.findFirst({
    where: { subjectId: wish.traineeId, actorId: wish.decidedById, verb },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  return last && signOf(actorId, last.id);
}

/** What the sign in an address stands for; it was made for one person and tells nobody else (I32). */
export async function findDecision({ id: actorId }: Reader, sign: string) {
  const id = z.coerce.bigint().safeParse(sign.split("-")[0]);
  if (!id.success || signOf(actorId, id.data) !== sign) return null;
  const entry = await db.auditEntry.findUnique({ where: { id: id.data }, select });
  if (!entry) return null;
  const { subjectType, subjectId, after, ...decision } = entry;
  const noted = figures.catch({}).parse(asNamedNow(subjectType, Object(after)));
  return {
    ...decision,
    subjectType,
    subjectId,
    about: { [`${subjectType}Id`]: subjectId, ...(await certificateOf(noted.number)) },
    told: { count: noted.count ?? 0, ...settingOf(noted) },
  };
}

/** What a decision notes: how many certificates were issued or which one is void; which figure, from when, and whether it is in force. */
const figures = z.object({
  ...{ count: z.number().optional(), number: z.string().optional() },
  ...{ key: z.string().optional(), state: z.string().optional(), validFrom: z.string().optional() },
});

const settingOf = ({ key, state, validFrom = "" }: z.output<typeof figures>): Record<string, string> =>
  key ? { settingKey: key, day: validFrom, inForce: String(state === "APPROVED") } : {};

async function certificateOf(number: string | undefined) {
  const found = number && (await db.certificate.findUnique({ where: { number }, select: { id: true } }));
  return found ? { certificateId: found.id } : {};
}

/** The ends of the verbs by which one person decides what another put forward; after one of them there is nothing left to decide. */
const decisive = [
  ...["approve", "reject", "return", "close", "returnClosing", "confirmLate", "approveTransfer", "declineTransfer"],
  ...["approveVoid", "lock", "withdraw", "approveAdjustment", "rejectAdjustment", "withdrawAdjustment"],
];

const isDecision = (verb: string): boolean => decisive.includes(verb.split(".")[1] ?? "");

const select = { verb: true, actorName: true, at: true, subjectType: true, subjectId: true, after: true } as const;

const signOf = (actorId: string, entry: bigint): string =>
  `${entry}-${keyedHash("decision", `${actorId} ${entry}`).replace(/\W/g, "").slice(0, 20)}`;
