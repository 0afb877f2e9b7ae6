import "server-only";
import { proveByFactor } from "@/lib/account/factor/commands/prove";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { newId } from "@/lib/database/id";
import { declineRequestInput, grantOwnDataInput, noteRequestInput } from "@/lib/person-request/schema";
import { Refusal } from "@/lib/refusal/refusal";
import { writeGrant } from "@/lib/report/commands/grant";
import { ownDataExport } from "@/lib/report/schema";
import { dateFromDay, dayFromDate } from "@/lib/value/calendar";

/** R98: staff write down what a person asks for. */
export const noteRequest = command({
  verb: "personRequest.note",
  permission: "trainee:ownData",
  as: "proposer",
  input: noteRequestInput,
  async run(tx, actor, { traineeId, kind, askedOn, note }) {
    if ((await hold(tx, "trainees", traineeId)) === 0) throw new Refusal("INPUT_WRONG", { case: "UNKNOWN_TRAINEE" });
    await tx.personRequest.create({
      data: { id: newId(), traineeId, kind, askedOn: dateFromDay(askedOn), note, notedById: actor.id },
      select: { id: true },
    });
    await recordAudit(tx, actor, "personRequest.note", {
      type: "trainee",
      id: traineeId,
      after: { requestKind: kind, askedOn },
    });
    return { traineeId };
  },
});

/** R93, R98: lets the director, who proves it, take the person's data with whole numbers, once; the request is answered when it is taken. */
export const grantOwnData = command({
  verb: "personRequest.grant",
  fieldsOf: "account",
  permission: "trainee:ownData",
  as: "approver",
  input: grantOwnDataInput,
  before: proveByFactor,
  async run(tx, actor, { personRequestId }) {
    const { traineeId, kind } = await holdRequest(tx, actor, personRequestId);
    if (kind !== "ACCESS") throw new Refusal("WRONG_STATE", { case: "REQUEST_OTHER" });
    const filter = { trainee: traineeId, request: personRequestId };
    const grant = await writeGrant(tx, actor, { report: ownDataExport, filter, format: "json", purpose: "OWN_DATA" });
    return { traineeId, grant };
  },
});

/** A request that is not followed is answered as well, with the reason that the person is told. */
export const declineRequest = command({
  verb: "personRequest.decline",
  permission: "trainee:ownData",
  as: "approver",
  input: declineRequestInput,
  async run(tx, actor, { personRequestId, reason }) {
    const { traineeId, kind, askedOn } = await holdRequest(tx, actor, personRequestId);
    await answer(tx, actor, personRequestId, { approved: false, decision: reason });
    const after = { requestKind: kind, askedOn };
    await recordAudit(tx, actor, "personRequest.decline", { type: "trainee", id: traineeId, after, reason });
    return { traineeId };
  },
});

export async function holdRequest(tx: Tx, actor: Actor, id: string) {
  await hold(tx, "person_requests", id);
  const found = await tx.personRequest.findUnique({
    where: { id },
    select: { traineeId: true, kind: true, askedOn: true, notedById: true, approved: true },
  });
  if (!found || found.approved !== null) throw new Refusal("WRONG_STATE", { case: "REQUEST_ANSWERED" });
  if (found.notedById === actor.id) throw new Refusal("SAME_PERSON");
  return { ...found, askedOn: dayFromDate(found.askedOn) };
}

export async function answer(tx: Tx, actor: Actor, id: string, said: { approved: boolean; decision?: string }) {
  await tx.personRequest.update({ where: { id }, data: { ...said, decidedById: actor.id }, select: { id: true } });
}
