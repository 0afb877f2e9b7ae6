import { z } from "zod";
import { id } from "@/lib/command/fields";
import { readScope, type Scope, scopeKey } from "@/lib/lesson/rules/scope";

/** Which lessons: `all`, or a scope as an address has it. */
const wanted = z
  .string("choose")
  .transform((typed, context): Scope | null => {
    const scope = typed === "all" ? null : readScope(typed);
    if (scope !== undefined) return scope;
    context.addIssue({ code: "custom", message: "choose" });
    return z.NEVER;
  })
  .pipe(z.custom<Scope | null>((value) => value === null || isScope(value), "choose"));

const isScope = (value: unknown): boolean =>
  typeof value === "object" && value !== null && readScope(scopeKey(value as Scope)) !== undefined;

export const createFeedInput = z.object({ of: wanted });
export const ofFeedInput = z.object({ feedId: id });
