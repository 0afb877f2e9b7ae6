import "server-only";
import { randomUUID } from "node:crypto";

/** I26: a new key for every form that is shown; the same form sent twice carries the same one. */
export const newSubmissionKey = (): string => randomUUID();
