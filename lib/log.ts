import "server-only";
import type { Instrumentation } from "next";
import pino from "pino";
import { databaseError } from "@/lib/refusal/database-error";
import { Refusal } from "@/lib/refusal/refusal";

/** One line of JSON an event, on the standard output: what happened and where, never who or what was typed (I31). */
export const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
});

/** A fault of ours, once, or a database that did not answer: the number the page shows, and where; no query and no words of the error, which may hold what was typed. */
export function logFault(...[error, request, context]: Parameters<Instrumentation.onRequestError>) {
  const { name, digest, stack } = error as Error & { digest?: string };
  const database = databaseError(error);
  log.error({
    event: error instanceof Refusal ? "unavailable" : "fault",
    reference: digest,
    method: request.method,
    path: pathToLog(request.path),
    route: context.routePath,
    kind: context.routeType,
    error: name,
    ...(database && { database: database.code }),
    at: placesOf(stack),
  });
}

/** I31: a path without what opens something by itself, the secret of a calendar or of a one-time link. */
export const pathToLog = (path: string): string =>
  path.replace(/\?.*$/s, "").replace(/^\/(calendar|set-up)\/.*$/s, "/$1/…");

/** Where it happened: the lines of the stack without its first words, which repeat the message. */
const placesOf = (stack = ""): string[] =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
