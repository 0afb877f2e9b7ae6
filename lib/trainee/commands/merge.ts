import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { command } from "@/lib/command/command";
import type { Tx } from "@/lib/database/db";
import { hold } from "@/lib/database/hold";
import { newId } from "@/lib/database/id";
import { Refusal } from "@/lib/refusal/refusal";
import { idNumberOf } from "@/lib/trainee/queries/numbers";
import { maskIdNumber } from "@/lib/trainee/rules/mask";
import { decideMergeInput, proposeMergeInput, rejectMergeInput, tellApartInput } from "@/lib/trainee/schema";

type Pair = { keptId: string; mergedId: string };

/** R5: staff ask for two rows of one person to become one; which of them is kept is part of the wish. */
export const proposeMerge = command({
  verb: "trainee.proposeMerge",
  permission: "trainee:merge",
  as: "proposer",
  input: proposeMergeInput,
  async run(tx, actor, { keptId, mergedId, reason }) {
    await noteBoth(tx, actor, "trainee.proposeMerge", { keptId, mergedId }, reason);
    await tx.traineeMerge.create({
      data: { id: newId(), keptId, mergedId, reason, proposedById: actor.id },
      select: { id: true },
    });
    return { keptId };
  },
});

/** R5, I16: another person, the director, lets it stand. From then on only the kept row is found and enrolled. */
export const approveMerge = command({
  verb: "trainee.approveMerge",
  permission: "trainee:merge",
  as: "approver",
  input: decideMergeInput,
  async run(tx, actor, { mergeId }) {
    const { keptId, mergedId, reason } = await holdMerge(tx, actor, mergeId);
    await noteBoth(tx, actor, "trainee.approveMerge", { keptId, mergedId }, reason);
    await decide(tx, actor, mergeId, { approved: true });
    await tx.traineeSearchKey.deleteMany({ where: { traineeId: mergedId } });
    return { keptId };
  },
});

/** The two are not the same person; they leave the table of likely doubles. */
export const rejectMerge = command({
  verb: "trainee.rejectMerge",
  permission: "trainee:merge",
  as: "approver",
  input: rejectMergeInput,
  async run(tx, actor, { mergeId, reason }) {
    const { keptId, mergedId } = await holdMerge(tx, actor, mergeId);
    await noteBoth(tx, actor, "trainee.rejectMerge", { keptId, mergedId }, reason);
    await decide(tx, actor, mergeId, { approved: false, decision: reason });
    return { keptId };
  },
});

/** The same said before anybody proposed it. It changes nothing about either, so that one person says it alone. */
export const tellApart = command({
  verb: "trainee.tellApart",
  permission: "trainee:merge",
  input: tellApartInput,
  async run(tx, actor, { keptId, mergedId }) {
    await noteBoth(tx, actor, "trainee.tellApart", { keptId, mergedId });
    await tx.traineeMerge.create({
      data: {
        ...{ id: newId(), keptId, mergedId, reason: "", proposedById: actor.id },
        ...{ approved: false, decidedById: actor.id },
      },
      select: { id: true },
    });
    return {};
  },
});

async function holdMerge(tx: Tx, actor: Actor, id: string) {
  await hold(tx, "trainee_merges", id);
  const wish = await tx.traineeMerge.findUnique({
    where: { id },
    select: { keptId: true, mergedId: true, reason: true, proposedById: true, approved: true },
  });
  if (!wish || wish.approved !== null) throw new Refusal("WRONG_STATE");
  if (wish.proposedById === actor.id) throw new Refusal("SAME_PERSON");
  return wish;
}

async function decide(tx: Tx, actor: Actor, id: string, decision: { approved: boolean; decision?: string }) {
  await tx.traineeMerge.update({ where: { id }, data: { ...decision, decidedById: actor.id }, select: { id: true } });
}

/** I28: the history of each says which other row it was about. */
async function noteBoth(tx: Tx, actor: Actor, verb: Verb, { keptId, mergedId }: Pair, reason?: string) {
  const found = await tx.trainee.findMany({
    where: { id: { in: [keptId, mergedId] } },
    select: { id: true, idNumberSealed: true },
  });
  const numberOf = new Map(found.map((one) => [one.id, maskIdNumber(idNumberOf(one))]));
  for (const [id, other] of [[keptId, mergedId] as const, [mergedId, keptId] as const]) {
    if (!numberOf.has(id)) throw new Refusal("INPUT_WRONG", { case: "UNKNOWN_TRAINEE" });
    const after = { [id === keptId ? "mergedOne" : "keptOne"]: numberOf.get(other) ?? "" };
    await recordAudit(tx, actor, verb, { type: "trainee", id, after, ...(reason && { reason }) });
  }
}
