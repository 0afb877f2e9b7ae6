import type { Figures, RefusalName } from "@/lib/refusal";

/** What was typed, kept for the form that is shown again; passwords never come back. */
export type Typed = Record<string, string | string[]>;

/** What an action answers to the form that called it. */
export type Answer<Value = unknown> =
  | { state: "idle" }
  /** `again` is when the same form was sent before: it had its effect then, and has none now (I26). */
  | { state: "done"; value: Value; again?: string }
  | {
      state: "invalid";
      fields: Record<string, string>;
      typed: Typed;
      /** What is allowed but wants a tick, told with what has to be mended. */
      hints?: Figures & { sentence: string };
    }
  | {
      state: "refused";
      refusal: RefusalName;
      field?: string | undefined;
      sentence: string;
      figures: Figures;
      typed: Typed;
    };

export const idle: Answer<never> = { state: "idle" };
