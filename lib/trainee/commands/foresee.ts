import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noesOf, readable } from "@/lib/command/values";
import { transaction } from "@/lib/database/db";
import type { Typed } from "@/lib/refusal/answer";
import { Refusal } from "@/lib/refusal/refusal";
import { readCard, refuseKnown } from "@/lib/trainee/commands/card";
import { listLacks, refuseUnanswered, weigh } from "@/lib/trainee/commands/doubts";
import { keptNumbers } from "@/lib/trainee/commands/edit";
import { findOpened } from "@/lib/trainee/queries/record";
import { editTraineeInput, registerTraineeInput } from "@/lib/trainee/schema";

/**
 * U24: what registering would refuse, as far as the fields that are right tell it. A number that is known leads to its person:
 * then nothing else matters.
 */
export async function foreseeRegistration(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const input = readable(registerTraineeInput.shape, typed);
  const { idNumber, name, villageCode, noticeGivenOn } = input;
  return transaction(async (tx) => {
    const card = idNumber ? await noOf(() => readCard({ ...input, idNumber }, actor.today)) : undefined;
    const read = card instanceof Refusal ? undefined : card;
    if (read) await refuseKnown(tx, read.idNumber, name);

    const ahead = noticeGivenOn && noticeGivenOn > actor.today;
    const doubts =
      read && name && (await weigh(tx, actor.today, { ...input, ...read, name, villageCode: villageCode ?? "" }));
    return [
      ...(card instanceof Refusal ? [card] : []),
      ...listLacks(asTyped(input, typed), read?.birthDay, actor.today),
      ...(ahead ? [new Refusal("INPUT_WRONG", { field: "noticeGivenOn", case: "NOTICE_AHEAD" })] : []),
      ...(await noesOf(doubts && (() => refuseUnanswered(doubts, input.accepted)))),
    ];
  });
}

/** The same for a change. */
export async function foreseeEdit(actor: Actor, typed: Typed): Promise<Refusal[]> {
  const input = readable(editTraineeInput.shape, typed);
  const { traineeId, name, villageCode } = input;
  return transaction(async (tx) => {
    const before = traineeId ? await findOpened(tx, traineeId) : null;
    if (!before || !traineeId) return [];

    const { phone, guardianName, guardianPhone, withoutPhone = false } = input;
    const kept = keptNumbers(before, { phone, guardianName, guardianPhone, withoutPhone });
    const next = { ...asTyped(input, typed), ...kept };
    const candidate = {
      ...before,
      ...next,
      id: traineeId,
      name: name ?? before.name,
      villageCode: villageCode ?? before.villageCode,
    };
    const doubts = await weigh(tx, actor.today, candidate, before);
    return [
      ...listLacks(next, before.birthDay, actor.today),
      ...(await noesOf(() => refuseUnanswered(doubts, input.accepted))),
    ];
  });
}

type Reach = Record<"phone" | "villageContact" | "guardianName" | "guardianPhone", string | undefined>;

/** A telephone that was typed wrongly is not a missing one: its own message is enough. */
function asTyped(input: Partial<Reach>, typed: Typed): Reach {
  const of = (name: keyof Reach) => input[name] ?? String(typed[name] ?? "").trim();
  return {
    phone: of("phone"),
    villageContact: of("villageContact"),
    guardianName: of("guardianName"),
    guardianPhone: of("guardianPhone"),
  };
}

async function noOf<Value>(ask: () => Value): Promise<Value | Refusal> {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
