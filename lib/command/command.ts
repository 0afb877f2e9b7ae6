import "server-only";
import type { z } from "zod";
import { recordAccess } from "@/lib/audit/record";
import type { Verb } from "@/lib/audit/verbs";
import type { Actor } from "@/lib/auth/actor";
import { may, mayApprove, mayPropose, type Permission } from "@/lib/auth/permissions";
import { once, type Sent } from "@/lib/command/once";
import { valuesOf } from "@/lib/command/values";
import { db, type Tx, transaction } from "@/lib/database/db";
import { Refusal } from "@/lib/refusal/refusal";
import type { Labelled } from "@/lib/wording/labels";

export type Definition<Shape extends z.ZodObject, Outcome, Before> = {
  /** Of the audit entry, of the banner after it, and of the submission. */
  verb: Verb;
  permission: Permission;
  /** Only a role that decides what another proposed (A in the table), or only one that puts something forward (Y or P, R111). */
  as?: "approver" | "proposer";
  /** Whose fields it asks for, where that is not the subject of the verb: their labels stand there. */
  fieldsOf?: Labelled;
  /** How a form's text becomes the values the command works with; everybody else brings the values. */
  input: Shape;
  /** What comes out is shown once and stored nowhere (I31): the same form sent again gets an empty answer. */
  unkept?: true;
  /** How long the transaction may take where it is a list of thousands, in milliseconds. */
  timeout?: number;
  /** What has to be shown first and outside the transaction: a password, whose hash would hold it open for a tenth of a second. */
  before?(actor: Actor, input: z.output<Shape>): Promise<Before>;
  /** Holds and reads what the command rests on, in one trip with the form's key; nothing is written. In the place of `before`. */
  look?(tx: Tx, actor: Actor, input: z.output<Shape>): Promise<Before>;
  run(tx: Tx, actor: Actor, input: z.output<Shape>, found: Before): Promise<Outcome>;
};

/** Values as code gives them: what is false or empty by default may be left out. */
export type Given<Shape extends z.ZodObject> = Partial<z.output<Shape>> & Omit<z.output<Shape>, Blank<z.output<Shape>>>;
type Blank<Values> = { [Name in keyof Values]: Values[Name] extends boolean | unknown[] ? Name : never }[keyof Values];

export type Command<Shape extends z.ZodObject = z.ZodObject, Outcome = unknown, Before = void> = Definition<
  Shape,
  Outcome,
  Before
> &
  ((actor: Actor, input: Given<Shape>) => Promise<Outcome>);

/**
 * The one way to change anything: permission, whole input of domain values, one transaction. Called as a function it runs once for its
 * caller, who has no key; `perform` is how the doors call it; inside another command its `run` joins that one's transaction.
 */
export function command<Shape extends z.ZodObject, Outcome, Before = void>(
  definition: Definition<Shape, Outcome, Before>,
): Command<Shape, Outcome, Before> {
  const values = valuesOf(definition.input);
  const call = async (actor: Actor, input: Given<Shape>) => {
    const { outcome } = await perform(definition, actor, values.parse(input) as z.output<Shape>);
    return outcome;
  };
  return Object.assign(call, definition);
}

/** Runs a command for input that was read by a door; `sent` is the key under which its effect counts once (I26). */
export async function perform<Shape extends z.ZodObject, Outcome, Before>(
  definition: Definition<Shape, Outcome, Before>,
  actor: Actor,
  input: z.output<Shape>,
  sent?: Sent<Outcome>,
): Promise<{ outcome: Outcome; again?: string }> {
  await refuseUngranted(actor, definition);
  const before = (await definition.before?.(actor, input)) as Before;
  if (!sent)
    return transaction(
      async (tx) => ({ outcome: await step(definition, tx, actor, input, before) }),
      definition.timeout,
    );
  return once(
    actor,
    { ...definition, ...sent },
    {
      look: async (tx) => (definition.look ? definition.look(tx, actor, input) : before),
      run: (tx, found) => definition.run(tx, actor, input, found),
    },
  );
}

/** A command as a step of a transaction that has begun: it looks and runs there, and its permission was asked. */
export async function step<Shape extends z.ZodObject, Outcome, Before>(
  { look, run }: Definition<Shape, Outcome, Before>,
  tx: Tx,
  actor: Actor,
  input: z.output<Shape>,
  before?: Before,
): Promise<Outcome> {
  return run(tx, actor, input, look ? await look(tx, actor, input) : (before as Before));
}

/** The subjects that label what a command asks for. */
export const labelledBy = ({
  verb,
  fieldsOf,
}: Pick<Definition<z.ZodObject, unknown, unknown>, "verb" | "fieldsOf">): string[] =>
  [fieldsOf, verb.split(".")[0]].filter((one) => one !== undefined);

type Demand = { verb: Verb; permission: Permission; as?: "approver" | "proposer" };

/** NOT_ALLOWED for a role the table does not let in; the try stands in the access log (R102). */
export async function refuseUngranted(actor: Actor, { verb, permission, as }: Demand): Promise<void> {
  const granted = as === "approver" ? mayApprove : as === "proposer" ? mayPropose : may;
  if (granted(actor.role, permission)) return;
  await recordAccess(db, actor, { verb: "refused", field: verb });
  throw new Refusal("NOT_ALLOWED");
}
