import "server-only";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { type Tx, transaction } from "@/lib/database/db";
import { answer, holdRequest } from "@/lib/person-request/commands/request";
import { Refusal } from "@/lib/refusal/refusal";
import { begin, endWhole } from "@/lib/report/commands/record";
import { ownDataExport } from "@/lib/report/schema";
import { findOwnData } from "@/lib/trainee-file/queries/own-data";

type Asked = { traineeId: string; grant?: string | undefined };

/**
 * R98: the data of one person as text: with whole numbers on an unused grant, whose request is answered by it, otherwise masked. It is
 * written down before it leaves (R102); null: there is no such person.
 */
export async function handOutOwnData(actor: Actor, { traineeId, grant }: Asked) {
  const data = await findOwnData(traineeId, actor, { whole: grant !== undefined });
  if (!data) return null;

  const id = await transaction((tx) =>
    grant ? answerByFile(tx, actor, traineeId, grant) : takeFile(tx, actor, { trainee: traineeId }),
  );
  return { id, text: `${JSON.stringify(data, null, 2)}\n` };
}

const granted = z.object({ trainee: z.string(), request: z.string() });

async function answerByFile(tx: Tx, actor: Actor, traineeId: string, grant: string): Promise<string> {
  const known = z.uuid().safeParse(grant).success;
  const found = known
    ? await tx.export.findFirst({ where: { id: grant, actorId: actor.id }, select: { filter: true } })
    : null;
  const filter = granted.safeParse(found?.filter).data;
  if (filter?.trainee !== traineeId) throw new Refusal("WRONG_STATE", { case: "EXPORT_OVER" });

  const { kind, askedOn } = await holdRequest(tx, actor, filter.request);
  const id = await takeFile(tx, actor, filter, grant);
  await answer(tx, actor, filter.request, { approved: true });
  const after = { requestKind: kind, askedOn };
  await recordAudit(tx, actor, "personRequest.handOut", { type: "trainee", id: traineeId, after });
  return id;
}

async function takeFile(tx: Tx, actor: Actor, filter: Record<string, string>, grant?: string): Promise<string> {
  const id = await begin(tx, actor, { report: ownDataExport, filter, format: "json", grant }, 1);
  await endWhole(tx, id, 1);
  return id;
}
