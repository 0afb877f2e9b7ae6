import "server-only";
import { createHash } from "node:crypto";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { recordAccess } from "@/lib/audit/mutations";
import { findEarlierDecision } from "@/lib/audit/queries/decision";
import { type Actor, findActor } from "@/lib/auth/actor";
import { may, mayApprove, mayPropose, type Permission } from "@/lib/auth/permissions";
import { invalid, refused, tooLarge } from "@/lib/command/form";
import { type About, aboutOf, againNow } from "@/lib/command/outcome";
import { db, transaction } from "@/lib/database/db";
import { type Answer, type Typed, typedOf } from "@/lib/refusal/answer";
import { asRefusal, Refusal } from "@/lib/refusal/refusal";
import { minuteOfInstant } from "@/lib/value/clock";
import type { Prisma } from "@/prisma/generated/client";

type Definition<Shape extends z.ZodObject, Value> = {
  permission: Permission;
  /** Only a role that may decide what another proposed (A in the table). */
  approves?: true;
  /** Only a role that may put something forward (Y or P): who approves money writes none down. */
  proposes?: true;
  /** The verb of the audit entry, of the banner after it, and of the submission. */
  verb: string;
  input: Shape;
  /** The field that names what is decided: when another decided it first, the page says who, when and what, though its form is gone. */
  decides?: string;
  /** What comes out is shown once and stored nowhere (I31): the same form sent again gets an empty answer. */
  unkept?: true;
  /** What has to be shown first and outside the transaction: a password, whose hash would hold it open for a tenth of a second. */
  before?(actor: Actor, input: z.output<Shape>): Promise<void>;
  /** All the noes that can be said of what was typed so far, so that they do not come one after the other; thrown where nothing else matters. */
  foresee?(actor: Actor, typed: Typed): Promise<Refusal[]>;
  run(actor: Actor, input: z.output<Shape>): Promise<Value>;
};

/**
 * Builds a server action: permission, strict input, run once for its key, then `done | invalid | refused`.
 * A run that answers `{ to }` sends the person there after the COMMIT, where a banner says what was done: the verb, or `done`
 * where one form has two ways on.
 */
export function action<Shape extends z.ZodObject, Value>(definition: Definition<Shape, Value>) {
  return async (_previous: Answer, form: FormData): Promise<Answer<Value>> => {
    const { submissionKey, ...typed } = typedOf(form);
    const large = await tooLarge(typed);
    if (large) return large;
    const answer = await refusing(typed, async () => {
      const actor = await findActor();
      if (!actor) throw new Refusal("SIGNED_OUT");
      if (!isGranted(actor, definition)) {
        await recordAccess(db, actor, { verb: "refused", field: definition.verb });
        throw new Refusal("NOT_ALLOWED");
      }

      const key = z.uuid().safeParse(submissionKey);
      const read = z.strictObject(definition.input.shape).safeParse(typed);
      if (!key.success) throw new Refusal("INPUT_WRONG", { case: "KEY" });
      const foreseen = async () => (await definition.foresee?.(actor, typed)) ?? [];
      if (!read.success) return invalid(read.error, typed, await foreseen());

      await definition.before?.(actor, read.data as z.output<Shape>);
      const run = () => definition.run(actor, read.data as z.output<Shape>);
      try {
        return { state: "done", ...(await once(actor, key.data, definition, typed, run)) };
      } catch (error) {
        // What passes (busy, away) stands at no field: then nothing was judged yet, and the same key may come again (I26).
        const noes = asRefusal(error)?.field ? await foreseen() : [];
        if (noes.length > 1) return invalid(undefined, typed, noes);
        throw error;
      }
    });
    if (answer.state === "done" && leadsOn(answer.value)) redirect(withBanner(answer.value, definition.verb));
    const earlier = await findEarlier(answer, definition.decides, typed);
    if (earlier) redirect(earlier);
    return answer;
  };
}

/** Where the page tells of the decision that came before this one; a form that is gone shows no answer of its own. */
async function findEarlier(answer: Answer, field = "", typed: Typed): Promise<string | undefined> {
  const subject = typed[field];
  if (answer.state !== "refused" || typeof subject !== "string") return undefined;
  if (!["WRONG_STATE", "STALE"].includes(answer.refusal)) return undefined;
  const actor = await findActor();
  const sign = actor && (await findEarlierDecision(actor, field, subject));
  const [path = "/"] = ((await headers()).get("x-portal-path") ?? "/").split("?");
  return sign ? `${path}?done=decided.${sign}` : undefined;
}

/** An action for people who have not signed in yet: strict input, then `done | invalid | refused`; no key, since nobody is known to hold it. */
export function openAction<Shape extends z.ZodObject, Value>(definition: {
  /** Strict, unless the shape itself says what else may come. */
  input: Shape;
  run(input: z.output<Shape>): Promise<Value>;
}) {
  return async (_previous: Answer, form: FormData): Promise<Answer<Value>> => {
    const typed = typedOf(form);
    const large = await tooLarge(typed);
    if (large) return large;
    const input = definition.input.def.catchall ? definition.input : z.strictObject(definition.input.shape);
    const read = input.safeParse(typed);
    if (!read.success) return invalid(read.error, typed);

    const answer = await refusing(typed, async () => ({
      state: "done",
      value: await definition.run(read.data as z.output<Shape>),
    }));
    if (answer.state === "done" && leadsOn(answer.value)) redirect(answer.value.to);
    return answer;
  };
}

type Demand = { permission: Permission; approves?: true; proposes?: true };

const isGranted = ({ role }: Actor, { permission, approves, proposes }: Demand): boolean =>
  (approves ? mayApprove : proposes ? mayPropose : may)(role, permission);

/** Whatever is foreseen comes back with everything typed, also when not even the question who is asking was answered. */
async function refusing<Value>(typed: Typed, answer: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await answer();
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return refused(refusal, typed);
  }
}

/** I26: the key goes in first, with the effect; who comes second waits for the first and gets its answer. */
function once<Value>(
  actor: Actor,
  key: string,
  { verb, unkept }: { verb: string; unkept?: true },
  typed: Typed,
  run: () => Promise<Value>,
): Promise<{ value: Value; again?: string }> {
  const inputHash = createHash("sha256")
    .update(JSON.stringify([verb, typed]))
    .digest("base64url");
  return transaction(async (tx) => {
    const first = await tx.$executeRaw`
      INSERT INTO submissions (actor_id, key, verb, input_hash) VALUES (${actor.id}::uuid, ${key}::uuid, ${verb}, ${inputHash}) ON CONFLICT DO NOTHING`;
    if (!first) {
      const earlier = await tx.submission.findUniqueOrThrow({
        where: { actorId_key: { actorId: actor.id, key } },
        select: { inputHash: true, answer: true, at: true },
      });
      if (earlier.inputHash !== inputHash) throw new Refusal("KEY_REUSED");
      // The first answer may have been lost on its way, and its banner with it; told again it says when it was done.
      const answer = { ...(earlier.answer as Prisma.InputJsonObject), ...againNow() };
      await tx.submission.update({
        where: { actorId_key: { actorId: actor.id, key } },
        data: { toldAt: null, answer },
        select: { key: true },
      });
      return { value: earlier.answer as Value, again: minuteOfInstant(earlier.at) };
    }
    const value = await run();
    const kept = leadsOn(value) ? { ...value, about: { ...aboutOf(typed), ...value.about } } : value;
    await tx.submission.update({
      where: { actorId_key: { actorId: actor.id, key } },
      data: { answer: unkept ? {} : asJson(kept ?? {}) },
      select: { key: true },
    });
    return { value };
  });
}

/** What an answer leaves undefined is left out, as on its way to the browser; the database client refuses the word. */
const asJson = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value));

/** Where a run leads, and what the banner there says: `says` where the address would not tell it, about whom, with which figures. */
type Way = { to: string; done?: string; says?: string; about?: About; told?: Record<string, string | number> };

const leadsOn = (value: unknown): value is Way =>
  typeof value === "object" && value !== null && typeof (value as { to?: unknown }).to === "string";

const withBanner = ({ to, done }: Way, verb: string): string =>
  `${to}${to.includes("?") ? "&" : "?"}done=${done ?? verb}`;
