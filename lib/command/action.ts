import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import { form } from "@/lib/command/form";
import type { Way } from "@/lib/command/outcome";
import type { Typed } from "@/lib/refusal/answer";
import type { Refusal } from "@/lib/refusal/refusal";

type Old<Shape extends z.ZodObject, Value> = {
  permission: Permission;
  approves?: true;
  proposes?: true;
  verb: string;
  input: Shape;
  decides?: string;
  unkept?: true;
  foresee?(actor: Actor, typed: Typed): Promise<Refusal[]>;
  run(actor: Actor, input: z.output<Shape>): Promise<Value>;
};

/** The form of a subject whose verbs are no commands yet. */
export const action = <Shape extends z.ZodObject, Value>({ approves, proposes, run, ...old }: Old<Shape, Value>) =>
  form<Shape, Value, void>(
    {
      ...old,
      ...(approves && { as: "approver" }),
      ...(proposes && { as: "proposer" }),
      run: (_tx, actor, input) => run(actor, input),
    },
    {
      ...(old.decides && { decides: old.decides }),
      ...(old.foresee && { foresee: old.foresee }),
      after: (outcome) => (leadsOn(outcome) ? outcome : undefined),
    },
  );

const leadsOn = (value: unknown): value is Way =>
  typeof value === "object" && value !== null && typeof (value as { to?: unknown }).to === "string";
